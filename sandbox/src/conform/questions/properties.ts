import type { Answer } from '../answer.ts';
import { askProbe, callProbe, createIssue, type Probe } from '../probe.ts';
import type { Question } from '../question.ts';

const conversions = [
  'a number as a string',
  'digits as an integer',
  'a fraction as an integer',
  'true as a text',
  'yes as a boolean',
];

async function convertAll(probe: Probe): Promise<Answer> {
  const answers: Record<string, Answer> = {};
  for (const one of conversions)
    answers[one] = await askProbe(probe, `POST issue/convert?case=${encodeURIComponent(one)}`);
  return answers;
}

/** What an issue tells over REST of itself. */
async function look(probe: Probe, issue: string): Promise<{ updated?: number; description?: string | null }> {
  const { json } = await probe.client.send(`GET /api/issues/${issue}?fields=updated,description`);
  return json as { updated?: number; description?: string | null };
}

/** How extension properties and settings are read and written. */
export const propertyQuestions: readonly Question[] = [
  {
    id: 'unset-property',
    asks: 'How does an unset extension property read: string, integer, float, boolean, entity?',
    standing: 'conflict',
    known: 'the typings of 2026.2 say null; published apps have seen undefined',
    flag: '--unset',
    ask: async (probe) => askProbe(probe, 'GET issue/unset', { on: await createIssue(probe, 'unset') }),
  },
  {
    id: 'undeclared-property',
    asks: 'What does writing an undeclared extension property do, and how does it read?',
    standing: 'seen',
    known: 'it is dropped without a word',
    ask: (probe) => askProbe(probe, 'POST issue/undeclared'),
  },
  {
    id: 'converted-values',
    asks: 'Which values of another type than the declared one are taken?',
    standing: '?',
    known: '"true" for a boolean was seen to be taken; the rest is our choice',
    ask: convertAll,
  },
  {
    id: 'find-undeclared-property',
    asks: 'What does findByExtensionProperties make of an undeclared name?',
    standing: '?',
    known: 'documented nowhere',
    ask: (probe) => askProbe(probe, 'GET issue/find-undeclared'),
  },
  {
    id: 'find-what-was-just-written',
    asks: 'Does findByExtensionProperties find what the same call has written?',
    standing: '?',
    known: 'documented nowhere; a transaction sees its own writes otherwise',
    ask: (probe) => askProbe(probe, 'POST issue/find-at-once'),
  },
  {
    id: 'long-text',
    asks: 'What does a string of 4,194,305 bytes in an extension property do?',
    standing: 'doc',
    known: 'more than 4,194,304 bytes are refused',
    ask: (probe) => askProbe(probe, 'POST issue/too-long'),
  },
  {
    id: 'property-is-no-change',
    asks: 'Does writing an extension property change `updated`, or set off on-change rules?',
    standing: '?',
    known: 'documented nowhere',
    async ask(probe) {
      const issue = await createIssue(probe, 'watched');
      const before = await look(probe, issue);
      await callProbe(probe, 'POST issue/write?text=x', { on: issue });
      const { updated, description } = await look(probe, issue);
      return {
        updated: updated === before.updated ? 'unchanged' : 'changed',
        rule: description === 'a rule ran' ? 'runs' : 'does not run',
      };
    },
  },
  {
    id: 'secret-in-scripts',
    asks: 'Does a secret setting tell its value to a script?',
    standing: 'doc',
    known: 'it prints as a mask and loses its value when it is concatenated',
    async ask(probe) {
      const at = `/api/admin/apps/${probe.appId}/globalConfig`;
      const body = { globalSettings: JSON.stringify({ secret: 'told' }) };
      const { status } = await probe.client.send(`POST ${at}?fields=id`, { body });
      if (status >= 300) return `the setting cannot be set: status ${status}`;
      return askProbe(probe, 'GET issue/secret');
    },
  },
];
