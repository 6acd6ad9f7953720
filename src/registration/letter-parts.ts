import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { isJsonObject, type JsonObject } from '../protocol/json-object.ts';
import { limits } from '../protocol/limits.ts';
import { textUpTo } from '../protocol/parse-values.ts';
import { collectFields, type FieldParser, optional } from '../protocol/read-request.ts';
import { attempt, fail, succeed } from '../result.ts';

/** What a person has written into the letter to Tracker's support themselves; absent where it is the usual. Nothing secret. */
export interface LetterParts {
  /** Name of the organisation. */
  readonly organization?: string;
  /** Whom Tracker's support may ask. */
  readonly contact?: string;
  /** What Tracker's users read beside a link. */
  readonly names?: { readonly [Kind in EntityKind]?: string };
}

const part = optional(textUpTo(limits.inputCharacters));

/** Parts as a request gives them; blank ones count as left out. */
export const parseLetterParts: FieldParser<LetterParts> = (field, received) => {
  if (!isJsonObject(received))
    return fail([fieldProblem(field, 'an object with the parts of the letter', received)]);
  const { organization, contact, names = {} } = received;
  if (!isJsonObject(names))
    return fail([fieldProblem(`${field}.names`, 'an object with names by kind', names)]);
  const parsed = collectFields({
    organization: part(`${field}.organization`, organization),
    contact: part(`${field}.contact`, contact),
    ...Object.fromEntries(entityKinds.map((kind) => [kind, part(`${field}.names.${kind}`, names[kind])])),
  });
  return parsed.ok
    ? succeed(toLetterParts({ ...parsed.value, names: parsed.value }))
    : fail(parsed.problem.problems);
};

/** Parts as they were kept; what is not understood counts as left out. */
export function decodeLetterParts(text: string | undefined): LetterParts {
  const kept = attempt((): unknown => JSON.parse(text ?? ''));
  return kept.ok && isJsonObject(kept.value) ? toLetterParts(kept.value) : {};
}

/** The text to keep; undefined where nothing is to be kept. */
export function encodeLetterParts(parts: LetterParts): string | undefined {
  return Object.keys(parts).length === 0 ? undefined : JSON.stringify(parts);
}

function toLetterParts({ organization, contact, names }: JsonObject): LetterParts {
  const given = isJsonObject(names) ? names : {};
  const known = entityKinds.flatMap((kind) => (isText(given[kind]) ? [[kind, given[kind]]] : []));
  return {
    ...(isText(organization) && { organization }),
    ...(isText(contact) && { contact }),
    ...(known.length > 0 && { names: Object.fromEntries(known) }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
