import type { StatusAnswer } from '../../../src/checks/status-answer.ts';
import type { AppCall, AppClient } from '../../shared/host/create-client.ts';
import type { FailureKind, Outcome } from '../../shared/host/failure.ts';
import { type LetterTools, type LetterTrials, tryLetter } from './try-letter.ts';

/** The fixed addresses of the letter, which the page calls. */
export type ProbeId = 'create' | 'remove' | 'list' | 'suggest';

/** What came of one call. `note` is set where the answer is right but worth a word. */
export interface Probe {
  readonly id: ProbeId;
  /** Method, address and what was sent, as the page shows it. */
  readonly called: string;
  readonly failure?: FailureKind;
  readonly note?: 'scheduled' | 'forbidden' | 'unreadable';
}

export interface ChecksAnswer {
  readonly status: StatusAnswer;
  readonly probes: readonly Probe[];
  readonly letter: LetterTrials;
}

export type Checks = () => Promise<Outcome<ChecksAnswer>>;

/** No queue is named so; the calls that name it change nothing. */
const unusedKey = 'TRACKERLINKSCHECK-1';

/** Asks the server what only it can check, then calls the letter's addresses one by one. Nothing is changed by it. */
export function createChecks(client: AppClient, tools: LetterTools): Checks {
  return async () => {
    const status = await tools.api.status();
    if (!status.ok) return status;
    const letter = await tryLetter(tools, status.data);
    if (!letter.ok) return letter;
    const probes: Probe[] = [];
    for (const plan of toProbes(status.data.samples)) {
      const outcome = await client.call<unknown>({ ...plan.call, scope: 'global' });
      probes.push({ id: plan.id, called: describeCall(plan.call), ...judge(outcome, plan) });
    }
    return { ok: true, data: { status: status.data, probes, letter: letter.data } };
  };
}

interface ProbePlan {
  readonly id: ProbeId;
  readonly call: Omit<AppCall, 'scope'>;
  /** The refusal that the call must meet with. */
  readonly refusal?: FailureKind;
}

function toProbes(samples: StatusAnswer['samples']): ProbePlan[] {
  const project = samples.project && `project:${samples.project}`;
  const key = samples.issue ?? samples.article ?? project ?? `user:${samples.user}`;
  const links = 'global/links';
  const absent = { issueKey: unusedKey, remoteKey: key };
  return [
    { id: 'create', call: { endpoint: links, method: 'POST', body: {} }, refusal: 'malformed' },
    { id: 'remove', call: { endpoint: links, method: 'DELETE', query: absent } },
    { id: 'list', call: { endpoint: links, query: { issueKey: unusedKey } } },
    { id: 'suggest', call: { endpoint: 'global/suggest', query: { input: key } } },
  ];
}

function describeCall({ endpoint, method = 'GET', query = {}, body }: Omit<AppCall, 'scope'>): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const sent = body === undefined ? '' : ` ${JSON.stringify(body)}`;
  return `${method} …/${endpoint}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}${sent}`;
}

function judge(outcome: Outcome<unknown>, { id, refusal }: ProbePlan): Omit<Probe, 'id' | 'called'> {
  if (outcome.ok) {
    if (refusal !== undefined) return { failure: 'broken' };
    return isScheduled(outcome.data) ? { note: 'scheduled' } : {};
  }
  const { kind } = outcome.failure;
  if (kind === refusal) return {};
  if (id === 'remove' && kind === 'forbidden') return { note: 'forbidden' };
  if (id === 'remove' && kind === 'conflict') return { note: 'unreadable' };
  return { failure: kind };
}

function isScheduled(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'scheduled' in answer;
}
