import type { Author } from '../links/change-link.ts';
import { countLive } from '../links/link-set.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Host } from '../ports/youtrack.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result } from '../result.ts';
import { type PreparedWrite, prepareWrites, type TargetChange } from '../writing/write-change.ts';
import type { OpenTarget } from './open-targets.ts';
import type { Target } from './resolve-targets.ts';

/** Who is doing it, now: Tracker when the caller is the account Tracker calls with. */
export function currentAuthor({
  caller,
  clock,
  settings,
}: Pick<Host, 'caller' | 'clock' | 'settings'>): Author {
  const { login } = caller;
  const isTracker = settings.serviceAccount?.toLowerCase() === login.toLowerCase();
  return { now: clock.now(), login, via: isTracker ? 'tracker' : 'youtrack' };
}

/** Makes ready to be written what differs, or refuses all of it: `too_large` where an object has no room for one more link. */
export function prepareChanges(
  changes: readonly (OpenTarget & TargetChange)[],
  now: number,
): Result<readonly PreparedWrite[], Refusal> {
  const effective = changes.filter(({ change }) => change.isEffective);
  const full = effective.filter(
    ({ links, change }) => change.wish === 'live' && countLive(links) >= storageLimits.liveLinks,
  );
  if (full.length > 0) return fail(refuse('too_many_links', full.map(toFullProblem)));
  const writes = prepareWrites(effective, now);
  return writes.ok ? writes : fail(refuse('no_room', writes.problem.map(toRoomProblem)));
}

function toFullProblem({ field, entity }: Target) {
  return fieldProblem(field, `an object with fewer than ${storageLimits.liveLinks} links`, entity.key);
}

function toRoomProblem({ field, entity }: Target) {
  return fieldProblem(field, 'an object whose links leave room for one more change', entity.key);
}
