import type { DocumentOperation } from './read-document.mjs';

export interface Sample {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}
export function toSample(operation: DocumentOperation): Sample;
export function toCurl(sample: Sample, server?: string): string;
