import type { ReadDocument } from './read-document.mjs';

export function renderPage(document: ReadDocument): string;
