import type { Change } from '../context/execution.ts';

export function runStateMachines(_change: Change): boolean {
  return false;
}
