/** Why a call to an application led to nothing. */
export type CallFailure =
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string | undefined }
  | { readonly kind: 'late'; readonly limitMs: number }
  | { readonly kind: 'unreachable'; readonly reason: string };

const maxReasonLength = 300;

/** An answer that is not 2xx; an `error_description` in it, as YouTrack and its apps write, becomes the reason. */
export function toRefused(status: number, answer: string): CallFailure {
  return { kind: 'refused', status, reason: findDescription(answer) };
}

/** The failure as a sentence without its full stop, in English; pages have their own words. */
export function describeFailure(failure: CallFailure): string {
  if (failure.kind === 'late') return `no answer within ${failure.limitMs / 1000} s`;
  if (failure.kind === 'unreachable') return `no connection: ${failure.reason}`;
  return `answered ${failure.status}${failure.reason === undefined ? '' : `: ${failure.reason}`}`;
}

function findDescription(answer: string): string | undefined {
  try {
    const description: unknown = JSON.parse(answer).error_description;
    return typeof description === 'string'
      ? description.slice(0, maxReasonLength).replace(/\.\s*$/, '')
      : undefined;
  } catch {
    // Not JSON, or not an object: then there is no description in it.
    return undefined;
  }
}
