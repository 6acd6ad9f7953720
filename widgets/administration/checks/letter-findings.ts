import type { LastCall } from '../../../src/checks/status-answer.ts';
import { type EntityKind, entityKinds } from '../../../src/protocol/entity-key.ts';
import type { AdminTranslator } from '../translation.ts';
import { advice, type Finding } from './finding.ts';
import { isKeptFromApp } from './info-reader.ts';
import type { Trial } from './try-addresses.ts';
import type { LetterTrials } from './try-letter.ts';

/** What the addresses of the letter showed: where the app is attached, each kind of objects, and what Tracker's account lacks. */
export function toLetterFindings(letter: LetterTrials, translator: AdminTranslator): Finding[] {
  const kinds = entityKinds.map((kind) => toKindFinding(kind, letter, translator));
  return [toAttachedFinding(letter, translator), ...kinds, ...toLackingFindings(letter, translator)];
}

/** What nobody can see from within: whether Tracker gets through, and with which word before its token. */
export function toOutsideFindings(calls: readonly LastCall[], { text, ago }: SeenTranslator): Finding[] {
  const last = [...calls].sort((one, other) => other.at.localeCompare(one.at))[0];
  return (['reach', 'scheme'] as const).map((id) => ({
    id: `outside-${id}`,
    state: last === undefined ? 'unknown' : 'ok',
    title: text(`outside.${id}`),
    detail:
      last === undefined
        ? text(`outside.${id}.unknown`)
        : text(`outside.${id}.seen`, { ago: ago(new Date(last.at), new Date()) }),
    ...(last && { called: last.address }),
  }));
}

type SeenTranslator = Pick<AdminTranslator, 'text' | 'ago'>;

function toAttachedFinding({ projects, untried }: LetterTrials, { text, list }: AdminTranslator): Finding {
  const detached = projects.filter(({ isAttached }) => isAttached === false).map(({ project }) => project);
  const attached = projects.filter(({ isAttached }) => isAttached).length;
  const base = { id: 'letter-attached', title: text('letter.attached') };
  const more = untried > 0 ? ` ${text('letter.attached.untried', { count: untried })}` : '';
  if (detached.length === 0 && attached > 0)
    return { ...base, state: 'ok', detail: text('letter.attached.ok', { count: attached }) + more };
  if (attached === 0 && detached.length === 0)
    return { ...base, state: 'unknown', detail: text('letter.attached.none') };
  const key = attached === 0 ? 'letter.attached.nowhere' : 'letter.attached.missing';
  return {
    ...base,
    state: attached === 0 ? 'failed' : 'warning',
    detail: text(key, { list: list(detached) }) + more,
  };
}

function toKindFinding(kind: EntityKind, letter: LetterTrials, translator: AdminTranslator): Finding {
  const { text, list } = translator;
  const trials = [...letter.projects.flatMap((project) => project.trials), letter.user].filter(
    (trial) => trial.kind === kind,
  );
  const base = { id: `letter-${kind}`, title: text(`letter.${kind}`) };
  const failed = trials.filter(({ failure }) => failure !== undefined);
  const [example] = failed.length > 0 ? failed : trials;
  if (example === undefined) return { ...base, state: 'unknown', detail: text('letter.untried') };
  const called = `GET ${example.path}`;
  if (failed.length === 0)
    return { ...base, state: 'ok', called, detail: text('letter.ok', { count: trials.length }) };
  const came = `${text('letter.failed', { list: list(failed.map(({ key }) => key)) })} ${causeOf(example, text)}`;
  return { ...base, state: failed.length === trials.length ? 'failed' : 'warning', called, detail: came };
}

function causeOf({ failure = 'broken' }: Trial, text: AdminTranslator['text']): string {
  return isKeptFromApp(failure) ? text('letter.failed.kept') : text(`probe.failure.${advice(failure)}`);
}

/** By permission, since one role usually gives it everywhere. Nothing where Tracker has no account. */
function toLackingFindings({ projects }: LetterTrials, { text, list }: AdminTranslator): Finding[] {
  if (projects.every(({ lacking }) => lacking === undefined)) return [];
  const places = new Map<string, string[]>();
  for (const { project, lacking = [] } of projects) {
    for (const permission of lacking) places.set(permission, [...(places.get(permission) ?? []), project]);
  }
  const found = [...places].map(([permission, keys]) => `${permission}: ${list(keys)}`);
  const base = { id: 'letter-account', title: text('letter.account') };
  if (found.length === 0) return [{ ...base, state: 'ok', detail: text('letter.account.ok') }];
  const detail = text('letter.account.lacking', { list: found.join('; ') });
  return [{ ...base, state: places.has('READ_ISSUE') ? 'warning' : 'ok', detail }];
}
