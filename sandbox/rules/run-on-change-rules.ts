import type { Change } from '../context/execution.ts';

export function runOnChangeRules(_change: Change): void {}
