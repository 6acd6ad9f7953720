/** Why a call did not do what it was asked: the app's refusals by their status, and what can go wrong on the way. */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'unreachable'
  | 'broken'
  | 'malformed'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'upstream';

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

const kindByCode: Readonly<Record<string, FailureKind>> = {
  malformed: 'malformed',
  forbidden: 'forbidden',
  not_found: 'not_found',
  conflict: 'conflict',
  too_large: 'too_large',
  upstream: 'upstream',
};

/** A failure of the way there: nobody answered, or nobody in time. */
export function failed(kind: FailureKind): Outcome<never> {
  return { ok: false, failure: { kind, fields: [] } };
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
  const kind = (typeof error === 'string' && kindByCode[error]) || 'broken';
  return { ok: false, failure: { kind, fields: namedFields(problems) } };
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
