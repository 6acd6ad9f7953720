import type { RefusalCode } from '../../../src/protocol/answers.ts';

/** Why a call did not do what it was asked: the app refused, or something went wrong on the way. */
export type FailureKind =
  | RefusalCode
  | 'offline'
  /** YouTrack did not answer, in time or at all. */
  | 'timeout'
  | 'unreachable'
  /** YouTrack did, but not the app. */
  | 'app_slow'
  | 'app_failed'
  | 'broken';

export interface Failure {
  readonly kind: FailureKind;
  /** The fields the app named as malformed, if it named any. */
  readonly fields: readonly string[];
}

export type Outcome<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly failure: Failure };

/** How far the first answer is; a failure until it is tried again. */
export type Loading = 'waiting' | 'done' | Failure;

const refusals: readonly RefusalCode[] = [
  'malformed',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'upstream',
];

/** A failure of the way there: nobody answered, or nobody in time. */
export function failed(kind: FailureKind): Outcome<never> {
  return { ok: false, failure: { kind, fields: [] } };
}

/** What stays as it is however often it is asked. */
const lasting: ReadonlySet<FailureKind> = new Set([
  'malformed',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
]);

/** Whether the server may have done what it was asked all the same, and only the answer was lost. */
export function mayHaveHappened({ kind }: Failure): boolean {
  return !lasting.has(kind) && kind !== 'upstream' && kind !== 'offline';
}

/** Whether doing the same again may go better. */
export function mayHelpToRepeat({ kind }: Failure): boolean {
  return !lasting.has(kind);
}

/**
 * Reads what `?envelope=true` answers. Anything else that comes back (an empty body after a crash, YouTrack's own error)
 * is `broken`.
 */
export function readEnvelope<T>(answer: unknown): Outcome<T> {
  if (!isRecord(answer)) return failed('broken');
  if (answer.ok === true) return { ok: true, data: answer.data as T };
  if (answer.ok !== false || !isRecord(answer.problem)) return failed('broken');
  const { error, problems } = answer.problem;
  const kind = refusals.find((code) => code === error) ?? 'broken';
  return { ok: false, failure: { kind, fields: namedFields(problems) } };
}

/** What a rejected call means. Some servers' hosts pass the HTTP status on, others nothing at all. */
export function kindOfRejection(error: unknown): FailureKind {
  const status = isRecord(error) ? error.status : undefined;
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  return typeof status === 'number' ? 'broken' : 'unreachable';
}

function namedFields(problems: unknown): string[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem) =>
    isRecord(problem) && typeof problem.field === 'string' ? [problem.field] : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
