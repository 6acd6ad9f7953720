import type {
  FromTracker,
  RequestBudget,
  RequestKind,
  TrackerAnswer,
  TrackerHeader,
  TrackerRequest,
  TrackerTransport,
} from '../ports/tracker.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { attempt, fail, succeed } from '../result.ts';
import { classifyAnswer } from './classify-answer.ts';
import { trackerLimits } from './tracker-limits.ts';

/** The road to Tracker, and on whose behalf it is taken. */
export interface TrackerLine {
  readonly transport: TrackerTransport;
  readonly budget: RequestBudget;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly language: TrackerLanguage;
  /** Who waits for the answer. */
  readonly waiting: 'person' | 'background';
}

/** One request, without what the line knows. */
export interface Question extends Pick<TrackerRequest, 'method' | 'path'> {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What it counts as; `other` when left out. */
  readonly kind?: RequestKind;
}

/** A yes: the JSON of its body, undefined where that is empty. */
export interface Told {
  readonly json: unknown;
  readonly headers: readonly TrackerHeader[];
}

/** Asks once, within the budget and the time limit. Nothing is asked again here: who asks knows what can wait. */
export function askTracker(line: TrackerLine, question: Question): FromTracker<Told> {
  const waitMs = line.budget.take(question.kind ?? 'other');
  if (waitMs > 0) return fail({ kind: 'over_budget', retryAfterMs: waitMs });
  const startedAt = line.now();
  const timeoutMs = trackerLimits.timeoutMs[line.waiting];
  const answer = send(line, question, timeoutMs);
  if (answer === undefined) {
    // The host's reasons are texts of no contract, and it may cut the wait short: how long it took tells a silent Tracker
    // from one that is not there.
    const isLate = line.now() - startedAt >= timeoutMs / 2;
    return fail({ kind: isLate ? 'timeout' : 'unreachable' });
  }
  const classified = classifyAnswer(answer, line.now());
  if (classified.ok) return succeed({ json: classified.value, headers: answer.headers });
  const { kind, retryAfterMs } = classified.problem;
  if (kind === 'rate_limited') line.budget.pause(retryAfterMs ?? trackerLimits.windowMs);
  return classified;
}

function send(
  { transport, language }: TrackerLine,
  { method, path, query = {}, body }: Question,
  timeoutMs: number,
): TrackerAnswer | undefined {
  const request = { method, path, query, language, timeoutMs };
  // A transport that throws is a broken host; it has given no answer either.
  const sent = attempt(() =>
    transport.send(body === undefined ? request : { ...request, body: JSON.stringify(body) }),
  );
  return sent.ok ? sent.value : undefined;
}
