import type { z } from 'zod';
import { formatPath } from './world-error.ts';

/** One place of some JSON that is not as its schema wants it. */
export interface SchemaProblem {
  /** Where in the JSON: `issues[3].fields.State`; empty for the whole of it. */
  readonly path: string;
  /** What was expected there, and what was found. */
  readonly message: string;
}

/** What a schema says of some JSON, as people can act on it: every place that is not as expected. */
export function schemaProblems(error: z.ZodError, json: unknown): SchemaProblem[] {
  return error.issues.flatMap((issue) => toProblems(issue, json));
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

function toProblems(issue: z.core.$ZodIssue, json: unknown): SchemaProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: formatPath([...issue.path, key]), message: 'unknown key' }));
  const found = describeValue(valueAt(json, issue.path));
  return [{ path: formatPath(issue.path), message: `${expectation(issue)}, found ${found}` }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('expected')) return issue.message;
  if (issue.code === 'invalid_type') return `expected ${nouns[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'expected a text' : `expected at least ${issue.minimum}`;
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
