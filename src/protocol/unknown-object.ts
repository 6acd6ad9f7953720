import type { FieldProblem } from './answers.ts';

/** A key that names nothing the caller may see. It says nothing of what came: the answer is the same for every key. */
export function unknownObject(field: string): FieldProblem {
  return { field, expected: 'the key of an object that you may see', received: 'no such object' };
}
