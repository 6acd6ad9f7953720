import { fail, succeed } from '../result.ts';
import type { FieldResult } from './collect-fields.ts';
import { type EntityKey, expectedEntityKey, parseEntityKey } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { expectedTrackerKey, parseTrackerIssueKey } from './tracker-issue-key.ts';

/** Reads one field, named so that its problems can be. */
export type FieldParser<T> = (field: string, received: unknown) => FieldResult<T>;

/** The same field where it may be left out. */
export function optional<T>(parse: FieldParser<T>): FieldParser<T | undefined> {
  return (field, received) => (received === undefined ? succeed(undefined) : parse(field, received));
}

/** A Tracker issue key or its address, to the key as Tracker spells it. */
export function parseIssueKeyField(field: string, received: unknown): FieldResult<string> {
  const key = typeof received === 'string' ? parseTrackerIssueKey(received) : undefined;
  if (key === undefined) return fail([fieldProblem(field, expectedTrackerKey, received)]);
  return succeed(key);
}

/** The key of one YouTrack object. */
export function parseEntityKeyField(field: string, received: unknown): FieldResult<EntityKey> {
  const key = typeof received === 'string' ? parseEntityKey(received) : undefined;
  if (key === undefined) return fail([fieldProblem(field, expectedEntityKey, received)]);
  return succeed(key);
}

/** A list of keys of YouTrack objects. Its greatest length is not checked here: too many is not malformed. */
export function parseEntityIdsField(field: string, received: unknown): FieldResult<readonly EntityKey[]> {
  if (!Array.isArray(received) || received.length === 0) {
    return fail([fieldProblem(field, `a list of 1 to ${limits.entityIds} keys`, received)]);
  }
  const parsed = received.map((item, index) => parseEntityKeyField(`${field}[${index}]`, item));
  const problems = parsed.flatMap((item) => (item.ok ? [] : item.problem));
  if (problems.length > 0) return fail(problems);
  return succeed(parsed.flatMap((item) => (item.ok ? [item.value] : [])));
}

/** A text to search for. */
export function parseInputField(field: string, received: unknown): FieldResult<string> {
  const input = typeof received === 'string' ? received.trim() : '';
  if (input === '' || input.length > limits.inputCharacters) {
    return fail([fieldProblem(field, `a text of 1 to ${limits.inputCharacters} characters`, received)]);
  }
  return succeed(input);
}
