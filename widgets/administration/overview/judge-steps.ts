import type { StatusCheck } from '../../../src/checks/status-answer.ts';
import type { Overview } from './read-overview.ts';

export const stepIds = ['uploaded', 'attached', 'account', 'connection', 'letter', 'called'] as const;
export type StepId = (typeof stepIds)[number];

/** How far one step is: done, to be done, not needed for the rest, not known yet, or tried and wrong. */
export type StepState = 'done' | 'todo' | 'optional' | 'unknown' | 'wrong';

/** One step on the way from uploaded to working. `reason` picks the sentence; the lists and names go into it. */
export interface Step {
  readonly id: StepId;
  readonly state: StepState;
  readonly reason: string;
  readonly projects?: readonly string[];
  readonly login?: string;
  readonly count?: number;
}

/** The steps in their order, each judged by what was seen and not by what was meant. */
export function judgeSteps(overview: Overview): readonly Step[] {
  return [
    { id: 'uploaded', state: 'done', reason: 'done' },
    judgeAttached(overview),
    judgeAccount(overview),
    judgeConnection(overview),
    judgeLetter(overview),
    judgeCalled(overview),
  ];
}

function judgeAttached({ letter: { projects } }: Overview): Step {
  const missing = projects.filter(({ isAttached }) => isAttached === false).map(({ project }) => project);
  const count = projects.filter(({ isAttached }) => isAttached).length;
  const base = { id: 'attached' as const, projects: missing, count };
  if (projects.length === 0) return { ...base, state: 'unknown', reason: 'none' };
  if (count === 0) return { ...base, state: 'todo', reason: 'nowhere' };
  return missing.length === 0
    ? { ...base, state: 'done', reason: 'everywhere' }
    : { ...base, state: 'done', reason: 'some' };
}

function judgeAccount({ status, letter }: Overview): Step {
  const account = find(status.checks, 'service-account');
  const base = { id: 'account' as const, login: account?.login ?? '' };
  if (account?.reason === 'unset') return { ...base, state: 'todo', reason: 'unset' };
  if (account?.reason !== undefined) return { ...base, state: 'wrong', reason: account.reason };
  const inUse = letter.projects.filter(({ isAttached }) => isAttached);
  const blind = inUse
    .filter(({ lacking = [] }) => lacking.includes('READ_ISSUE'))
    .map(({ project }) => project);
  const mute = inUse
    .filter(({ lacking = [] }) => lacking.includes('LINK_ISSUE'))
    .map(({ project }) => project);
  if (blind.length > 0) return { ...base, state: 'wrong', reason: 'blind', projects: blind };
  if (mute.length > 0) return { ...base, state: 'wrong', reason: 'mute', projects: mute };
  return { ...base, state: 'done', reason: 'done' };
}

function find<Id extends StatusCheck['id']>(checks: readonly StatusCheck[], id: Id) {
  return checks.find((check): check is Extract<StatusCheck, { id: Id }> => check.id === id);
}

const applications = ['issueApplication', 'articleApplication', 'projectApplication', 'userApplication'];

function judgeConnection({ settings }: Overview): Step {
  const id = 'connection';
  if (settings === undefined) return { id, state: 'unknown', reason: 'unreadable' };
  const isSet = (name: string) => String(settings[name] ?? '').trim() !== '';
  if (!isSet('trackerAuthorization') || !isSet('trackerOrganizationId'))
    return { id, state: 'optional', reason: 'unset' };
  return applications.some(isSet)
    ? { id, state: 'done', reason: 'done' }
    : { id, state: 'todo', reason: 'noApplication' };
}

/** What has called needs no letter any more, whoever sent it. */
function judgeLetter({ status: { letterSentOn, calls } }: Overview): Step {
  if (letterSentOn !== undefined) return { id: 'letter', state: 'done', reason: 'sent' };
  return calls.length > 0
    ? { id: 'letter', state: 'optional', reason: 'called' }
    : { id: 'letter', state: 'todo', reason: 'unsent' };
}

function judgeCalled({ status: { calls } }: Overview): Step {
  if (calls.length === 0) return { id: 'called', state: 'unknown', reason: 'never' };
  const isAnswered = calls.some(({ status }) => status < 300);
  return isAnswered
    ? { id: 'called', state: 'done', reason: 'answered' }
    : { id: 'called', state: 'wrong', reason: 'refused' };
}
