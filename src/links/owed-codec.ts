import { cutText } from '../protocol/cut-text.ts';
import { type EntityKind, entityKinds, type KeyReading } from '../protocol/entity-key.ts';
import { isTrackerIssueKey } from '../protocol/tracker-issue-key.ts';
import { isTrackerProblemKind } from '../protocol/tracker-problem.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';
import type { StoredProblem } from './link-codec.ts';
import { latestStamp } from './link-set.ts';
import { nameOwed, nothingOwed, type OwedEntry, type OwedProblem, type OwedSet } from './owed-set.ts';
import { storageLimits } from './storage-limits.ts';

/** The version this app writes; a higher one was written by a newer app and is left alone. */
const owedVersion = 1;

/** The text stored on an object, `{"v":1,"owed":[{"issueKey":"TEST-1","wish":"live",…}]}`; undefined when nothing is owed. */
export function encodeOwed(owed: OwedSet): string | undefined {
  return owed.size === 0 ? undefined : JSON.stringify({ v: owedVersion, owed: [...owed.values()] });
}

/** Reads what `encodeOwed` wrote. Anything unexpected makes the whole value unreadable, so that nothing in it gets lost. */
export function decodeOwed(stored: string | undefined): Result<OwedSet, StoredProblem> {
  if (stored === undefined || stored === '') return succeed(nothingOwed);
  const parsed = attempt((): unknown => JSON.parse(stored));
  if (!parsed.ok) return fail({ reason: 'not_json' });
  const { v: version, owed } = toObject(parsed.value);
  if (typeof version === 'number' && version > owedVersion) return fail({ reason: 'newer_version', version });
  const decoded = version === owedVersion && Array.isArray(owed) ? decodeOwedEntries(owed) : undefined;
  return decoded === undefined ? fail({ reason: 'wrong_shape' }) : succeed(decoded);
}

/** Reads such entries; undefined where any of them is none. */
export function decodeOwedEntries(owed: readonly unknown[]): OwedSet | undefined {
  const entries = owed.map((entry) => decodeEntry(toObject(entry)));
  return entries.every((entry) => entry !== undefined)
    ? new Map(entries.map((entry) => [nameOwed(entry), entry]))
    : undefined;
}

type StoredObject = Readonly<Record<string, unknown>>;

function decodeEntry(entry: StoredObject): OwedEntry | undefined {
  const { issueKey, wish, since, attempts, triedSince, nextAt, problem, removed, echoes } = entry;
  const { toldAt, droppedAt, asks } = entry;
  if (typeof issueKey !== 'string' || !isTrackerIssueKey(issueKey)) return undefined;
  if ((wish !== 'live' && wish !== 'gone') || !isTime(since) || !isCount(attempts)) return undefined;
  const object = decodeReading(toObject(removed));
  if (removed !== undefined && object === undefined) return undefined;
  const why = decodeProblem(toObject(problem));
  const question = decodeAsks(toObject(asks));
  return {
    issueKey,
    wish,
    since,
    attempts,
    ...(isTime(triedSince) && { triedSince }),
    ...(isTime(nextAt) && { nextAt }),
    ...(why && { problem: why }),
    ...(object && { removed: object }),
    ...(isListOfTexts(echoes) && { echoes }),
    ...(isTime(toldAt) && { toldAt }),
    ...(isTime(droppedAt) && { droppedAt }),
    ...(question && { asks: question }),
  };
}

function decodeProblem({ kind, said }: StoredObject): OwedProblem | undefined {
  if (typeof kind !== 'string' || !isTrackerProblemKind(kind)) return undefined;
  return { kind, ...(typeof said === 'string' && { said: cutText(said, storageLimits.saidCharacters) }) };
}

function decodeAsks({ by, via, isSet, isAnswered, isReport }: StoredObject): OwedEntry['asks'] {
  const isVia = via === 'tracker' || via === 'youtrack';
  if (typeof by !== 'string' || !isVia) return undefined;
  return {
    by,
    via,
    ...(isSet === true && { isSet }),
    ...(isAnswered === true && { isAnswered }),
    ...(isReport === true && { isReport }),
  };
}

function decodeReading({ kind, key }: StoredObject): KeyReading | undefined {
  return isKind(kind) && typeof key === 'string' ? { kind, key } : undefined;
}

function isKind(value: unknown): value is EntityKind {
  return entityKinds.some((kind) => kind === value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= latestStamp;
}

function isCount(value: unknown): value is number {
  return isTime(value) && Number.isInteger(value);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function toObject(value: unknown): StoredObject {
  return typeof value === 'object' && value !== null ? (value as StoredObject) : {};
}
