import { noLinks } from '../links/link-set.ts';
import { isDue, nameOwed, type OwedEntry } from '../links/owed-set.ts';
import type { Host } from '../ports/youtrack.ts';
import { readLinks } from '../writing/read-links.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import { askOtherKeys } from './ask-other-keys.ts';
import { afterFailure } from './back-off.ts';
import type { Conversation } from './conversation.ts';
import type { Debtor } from './debtor.ts';
import { askWhose } from './hear-report.ts';

/** When it is asked again whether the removals that an answer has led to are in place: the question stays until they are. */
const verifyMs = 600_000;

/**
 * Asks Tracker the questions that are due, and notes what has come of each.
 * @returns the removals that the answers lead to; whoever has waited for Tracker must not make them itself
 */
export function answerQuestions(
  host: Pick<Host, 'clock' | 'findEntity' | 'settings'>,
  conversation: Conversation,
  debtors: readonly Debtor[],
): readonly PendingTarget[] {
  const now = host.clock.now();
  return debtors.flatMap((debtor) =>
    debtor.listQuestions().flatMap((question) => {
      const mayAsk = isDue(question, now) && !conversation.isOver();
      return mayAsk ? answerQuestion(host, conversation, { debtor, question }) : [];
    }),
  );
}

function answerQuestion(
  host: Pick<Host, 'clock' | 'findEntity' | 'settings'>,
  conversation: Conversation,
  { debtor, question }: { readonly debtor: Debtor; readonly question: OwedEntry },
): readonly PendingTarget[] {
  const { entity } = debtor;
  const { issueKey, since, asks = { by: '', via: 'youtrack' } } = question;
  const { by, via, isSet, isReport } = asks;
  const links = readLinks(entity);
  if (!links.ok) return [];
  const change = { issueKey, wish: 'gone', stamp: { at: since, by, via }, known: noLinks } as const;
  const ask = isReport ? askWhose : askOtherKeys;
  const found = ask(host, conversation, { entity, links: links.value, change, isSet });
  const moment = { now: host.clock.now(), random: host.clock.random() };
  const name = nameOwed(question);
  if (found.ok && found.value.length === 0) debtor.replace(name, undefined);
  else if (found.ok)
    debtor.replace(name, { ...question, nextAt: moment.now + verifyMs, asks: { ...asks, isAnswered: true } });
  else if (found.problem.kind !== 'over_budget')
    debtor.replace(name, afterFailure(question, found.problem, moment));
  return found.ok ? found.value : [];
}
