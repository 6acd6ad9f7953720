import type { StatusCheck } from '../../../src/checks/status-answer.ts';
import type { AdminKey, AdminTranslator } from '../translation.ts';
import type { Probe } from './create-checks.ts';

/** One line of the checks: how it stands, what was found, what to do. */
export interface Finding {
  readonly id: string;
  /** Unknown: it has not been seen yet, or there was nothing to try. */
  readonly state: 'ok' | 'warning' | 'failed' | 'unknown';
  readonly title: string;
  /** What came, and what to do. */
  readonly detail: string;
  /** What was called, where anything was. */
  readonly called?: string;
}

/** What a call of a real endpoint showed. */
export function toProbeFinding(probe: Probe, translator: AdminTranslator): Finding {
  const base = { id: `probe-${probe.id}`, title: translator.text(`probe.${probe.id}`), called: probe.called };
  if (probe.failure !== undefined)
    return { ...base, state: 'failed', detail: translator.text(`probe.failure.${advice(probe.failure)}`) };
  const detail = translator.text(probe.note === undefined ? `probe.ok.${probe.id}` : `probe.${probe.note}`);
  return { ...base, state: 'ok', detail };
}

/** Which advice a failed call calls for. */
export function advice(failure: NonNullable<Probe['failure']>): 'way' | 'rights' | 'missing' | 'other' {
  if (failure === 'offline' || failure === 'timeout') return 'way';
  if (failure === 'forbidden') return 'rights';
  return failure === 'not_found' ? 'missing' : 'other';
}

/** What the server found about itself. */
export function toCheckFinding(check: StatusCheck, translator: AdminTranslator): Finding {
  return {
    id: check.id,
    state: check.state,
    title: translator.text(`check.${check.id}`),
    detail: toDetail(check, translator),
  };
}

function toDetail(check: StatusCheck, translator: AdminTranslator): string {
  const { text } = translator;
  switch (check.id) {
    case 'service-account':
      return text(`check.service-account.${check.reason ?? 'ok'}`, { login: check.login ?? '' });
    case 'service-account-rights':
      return rightsDetail(check, translator);
    case 'disclosure':
      return disclosureDetail(check, translator);
    case 'fields':
      return fieldsDetail(check, translator);
    case 'guest':
      return text(guestKey(check));
    case 'identities':
      return text(check.known === 0 ? 'check.identities.none' : 'check.identities.some', {
        count: check.known,
      });
    case 'stored-values':
      return text(check.unreadable === 0 ? 'check.stored-values.ok' : 'check.stored-values.bad', {
        count: check.unreadable,
      });
    case 'icons':
      return text(`check.icons.${check.reason ?? 'ok'}`);
  }
}

function guestKey({
  banned,
  canReadIssues,
}: {
  readonly banned: boolean;
  readonly canReadIssues: boolean;
}): AdminKey {
  if (banned) return 'check.guest.banned';
  return canReadIssues ? 'check.guest.reads' : 'check.guest.blind';
}

function rightsDetail(
  { state, missing, projects }: Extract<StatusCheck, { id: 'service-account-rights' }>,
  { text, list }: AdminTranslator,
): string {
  if (state === 'ok') return text('check.service-account-rights.ok');
  if (missing.length > 0) return text('check.service-account-rights.missing', { list: list(missing) });
  return text('check.service-account-rights.projects', { list: list(projects) });
}

function disclosureDetail(
  { level, stricter }: Extract<StatusCheck, { id: 'disclosure' }>,
  { text, list }: AdminTranslator,
): string {
  const company = text(`check.disclosure.${level}`);
  if (stricter.length === 0) return company;
  const projects = list(stricter.map(({ project }) => project));
  return `${company} ${text('check.disclosure.stricter', { list: projects })}`;
}

/** What nobody has named comes last: it may well be meant. */
function fieldsDetail(
  { missing }: Extract<StatusCheck, { id: 'fields' }>,
  { text, list }: AdminTranslator,
): string {
  const reasons = ['unfit', 'absent', 'unnamed'] as const;
  const found = reasons.flatMap((reason) => {
    const fields = missing.filter((field) => field.reason === reason);
    if (fields.length === 0) return [];
    return [
      text(`check.fields.${reason}`, {
        list: list(fields.map(({ project, field }) => `${project}: ${field}`)),
      }),
    ];
  });
  return found.length === 0 ? text('check.fields.ok') : found.join(' ');
}
