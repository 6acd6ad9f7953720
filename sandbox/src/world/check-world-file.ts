import type { z } from 'zod';
import { formatPath, WorldError, type WorldProblem } from './world-error.ts';
import { type WorldFile, worldFileSchema } from './world-file.ts';

/**
 * The world file behind some JSON, its shape checked key by key.
 * @throws WorldError naming every place that is not as expected
 */
export function checkWorldFile(json: unknown): WorldFile {
  const result = worldFileSchema.safeParse(json);
  if (result.success) return result.data;
  throw new WorldError(result.error.issues.flatMap((issue) => toProblems(issue, json)));
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function toProblems(issue: z.core.$ZodIssue, json: unknown): WorldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: formatPath([...issue.path, key]), message: 'unknown key' }));
  const found = describeValue(valueAt(json, issue.path));
  return [{ path: formatPath(issue.path), message: `${expectation(issue)}, found ${found}` }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${nouns[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'expected a text' : `expected at least ${issue.minimum}`;
  if (issue.message.startsWith('expected')) return issue.message;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return issue.code === 'invalid_format' ? `expected ${issue.format}` : issue.message;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** A value as a message quotes it, cut short. */
function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
