import type { TrackerAnswer, TrackerRequest } from '../../src/ports/tracker.ts';
import type { TrackerLine } from '../../src/tracker/ask-tracker.ts';
import { createRequestBudget } from '../../src/tracker/create-request-budget.ts';

export const nowMs = Date.UTC(2026, 0, 15, 12);

/** A line that notes what is sent, answers as the test wants, and stands still in time. */
export function fakeLine(
  answer: (request: TrackerRequest) => TrackerAnswer | undefined,
  line: Partial<TrackerLine> = {},
) {
  const sent: TrackerRequest[] = [];
  const now = line.now ?? (() => nowMs);
  const transport = {
    send(request: TrackerRequest) {
      sent.push(request);
      return answer(request);
    },
  };
  const budget = createRequestBudget(forgetful(), now);
  return { sent, line: { transport, budget, language: 'ru', waiting: 'person', ...line, now } as const };
}

/** A node's memory that lasts as long as the test. */
export function forgetful() {
  const kept = new Map<string, object>();
  return {
    recall<T extends object>(name: string, make: () => T): T {
      const made = (kept.get(name) ?? make()) as T;
      kept.set(name, made);
      return made;
    },
  };
}

export function answerOf(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): TrackerAnswer {
  return {
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  };
}
