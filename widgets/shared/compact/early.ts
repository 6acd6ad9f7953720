import { startEarly } from '../host/start-early.ts';

// What a small widget shows first is all that it asks before it draws anything.
const { kind } = document.documentElement.dataset;
if (kind !== undefined) startEarly(`${kind}/panel`);
