import type { Answer } from '../answer.ts';
import { askProbe, callProbe, createIssue, type Probe } from '../probe.ts';
import type { Question } from '../question.ts';

const mayWrite =
  (method: string) =>
  async (probe: Probe): Promise<Answer> => {
    await callProbe(probe, `${method} issue/write?text=by-${method}`);
    return (await askProbe(probe, 'GET issue/text')) === `by-${method}` ? 'it writes' : 'nothing is written';
  };

/** Sends the same call so many times at once. */
function atOnce(times: number, call: (turn: number) => Promise<unknown>): Promise<unknown> {
  return Promise.all(Array.from({ length: times }, (_, turn) => call(turn)));
}

/** What a call may write, what is undone, and what overlapping calls make of each other. */
export const transactionQuestions: readonly Question[] = [
  {
    id: 'get-may-write',
    asks: 'May a GET endpoint write?',
    standing: 'doc',
    known: 'GET runs in a read-only transaction',
    ask: mayWrite('GET'),
  },
  {
    id: 'delete-may-write',
    asks: 'May a DELETE endpoint write?',
    standing: 'conflict',
    known: 'JetBrains’ reference says that DELETE is read-only like GET; four published apps write there',
    flag: '--delete',
    ask: mayWrite('DELETE'),
  },
  {
    id: 'refusal-keeps-writes',
    asks: 'Does an answer of 4xx keep what the handler wrote?',
    standing: '?',
    known: 'only an exception is known to undo writes',
    async ask(probe) {
      const { status } = await callProbe(probe, 'POST issue/write-and-refuse');
      return [status, (await askProbe(probe, 'GET issue/text')) === 'refused' ? 'kept' : 'undone'];
    },
  },
  {
    id: 'exception-undoes-writes',
    asks: 'What becomes of a call whose handler throws?',
    standing: 'seen',
    known: '500 with an empty body, and the transaction is undone',
    async ask(probe) {
      const { status, text } = await callProbe(probe, 'POST issue/write-and-throw');
      const isKept = (await askProbe(probe, 'GET issue/text')) === 'thrown';
      return { status, body: text === '' ? 'empty' : 'not empty', writes: isKept ? 'kept' : 'undone' };
    },
  },
  {
    id: 'overlapping-writes',
    asks: 'Five calls at once add one to the same number: are all of them counted?',
    standing: 'seen',
    known: 'calls in flight overlap on servers, and of a single value the last commit wins',
    flag: '--writes',
    async ask(probe) {
      await askProbe(probe, 'POST issue/start-count');
      await atOnce(5, () => callProbe(probe, 'POST issue/count'));
      return (await askProbe(probe, 'GET issue/count')) === 5 ? 'all are counted' : 'some are lost';
    },
  },
  {
    id: 'overlapping-additions',
    asks: 'Three calls at once add to the same set: do all additions survive?',
    standing: 'inferred',
    known: 'additions to a set are replayed and survive, says the persistence layer JetBrains/xodus-dnq',
    async ask(probe) {
      const friends = [
        await createIssue(probe, 'a'),
        await createIssue(probe, 'b'),
        await createIssue(probe, 'c'),
      ];
      await atOnce(3, (turn) => callProbe(probe, `POST issue/add-friend?friend=${friends[turn]}`));
      return askProbe(probe, 'GET issue/friends');
    },
  },
];
