import type { StatusAnswer, StatusCheck } from '../../../src/administration/status-answer.ts';
import type { AppCall, AppClient } from '../../shared/host/create-client.ts';
import type { FailureKind, Outcome } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';

/** The real endpoints that the page calls, as Tracker would. */
export type ProbeId = 'info' | 'create' | 'remove' | 'list' | 'suggest';

/** What came of one call. `note` is set where the answer is right but worth a word. */
export interface Probe {
  readonly id: ProbeId;
  readonly failure?: FailureKind;
  readonly note?: 'scheduled' | 'forbidden' | 'unreadable';
}

export interface ChecksAnswer {
  readonly version: string;
  readonly checks: readonly StatusCheck[];
  readonly probes: readonly Probe[];
}

export type Checks = () => Promise<Outcome<ChecksAnswer>>;

/** No queue is named so; the calls that name it change nothing. */
const unusedKey = 'TRACKERLINKSCHECK-1';

/** Asks the server what only it can check, then calls the real endpoints one by one. Nothing is changed by it. */
export function createChecks(client: AppClient, api: AdminApi): Checks {
  return async () => {
    const status = await api.status();
    if (!status.ok) return status;
    const probes: Probe[] = [];
    for (const plan of toProbes(status.data.samples)) {
      const outcome = await client.call<unknown>({ ...plan.call, scope: 'global' });
      probes.push({ id: plan.id, ...judge(outcome, plan) });
    }
    return { ok: true, data: { version: status.data.app.version, checks: status.data.checks, probes } };
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
    { id: 'info', call: { endpoint: 'global/info', query: { key } } },
    { id: 'create', call: { endpoint: links, method: 'POST', body: {} }, refusal: 'malformed' },
    { id: 'remove', call: { endpoint: links, method: 'DELETE', query: absent } },
    { id: 'list', call: { endpoint: links, query: { issueKey: unusedKey } } },
    { id: 'suggest', call: { endpoint: 'global/suggest', query: { input: key } } },
  ];
}

function judge(outcome: Outcome<unknown>, { id, refusal }: ProbePlan): Omit<Probe, 'id'> {
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
