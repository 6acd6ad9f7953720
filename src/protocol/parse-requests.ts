import { fail, type Result, succeed } from '../result.ts';
import { choice } from './choice.ts';
import { type EntityKey, type EntityKind, entityKinds } from './entity-key.ts';
import { limits } from './limits.ts';
import { findEntityKeys, type KeyContext } from './parse-entity-key.ts';
import { queryKey, textUpTo } from './parse-values.ts';
import {
  collectFields,
  type FieldResult,
  type RawRequest,
  readField,
  readOptionalField,
} from './read-request.ts';
import { type Refusal, withProblems } from './refusal.ts';
import { blameVariable } from './unfilled-variable.ts';

/** "What is this about?" */
export interface InfoRequest {
  readonly key: EntityKey;
}

/** "What may somebody mean who types this?" Of one kind, or of all. */
export interface SuggestRequest {
  readonly input: string;
  /** The keys and addresses that stand in the text. */
  readonly keys: readonly EntityKey[];
  readonly kind: EntityKind | undefined;
}

/** GET `info?key=[&kind=]` in the global scope. */
export function parseInfoQuery(request: RawRequest): Result<InfoRequest, Refusal> {
  return blameVariable(
    request,
    withKind(request, (context) => collectFields({ key: readField(request, 'key', queryKey(context)) })),
  );
}

/** GET `suggest?input=[&kind=]`. */
export function parseSuggestQuery(request: RawRequest): Result<SuggestRequest, Refusal> {
  const parsed = collectFields({
    input: readField(request, 'input', textUpTo(limits.inputCharacters)),
    kind: readKind(request),
  });
  if (!parsed.ok) return parsed;
  return succeed({
    ...parsed.value,
    keys: findEntityKeys(parsed.value.input, { ...request, ...parsed.value }),
  });
}

/** Which kind the keys of a request may name (`?kind=`), undefined for any. */
export function readKind(request: RawRequest): FieldResult<EntityKind | undefined> {
  return readOptionalField(request, 'kind', choice(...entityKinds));
}

/** Reads a request whose `?kind=` says what its keys may name; all problems are named at once. */
export function withKind<T>(
  request: RawRequest,
  parse: (context: KeyContext) => Result<T, Refusal>,
): Result<T, Refusal> {
  const kind = readKind(request);
  const { serverAddress } = request;
  if (kind.ok) return parse({ serverAddress, kind: kind.value });
  return fail(withProblems(kind.problem, parse({ serverAddress })));
}
