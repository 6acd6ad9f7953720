import { expect } from '@jest/globals';
import type { Case } from '../case.ts';
import { get, ok, refused, rule, scope } from '../say.ts';
import { thisServer } from '../send.ts';

const suggest = (input: string, as: string | null = 'jane') =>
  get(`${scope.global}/suggest?input=${encodeURIComponent(input)}`, as);
const suggests = (...keys: readonly string[]) =>
  ok({ suggestions: keys.map((key) => expect.objectContaining({ key })) });

/** `suggest`: what a person typing in Tracker is offered. */
export const suggestCases: readonly Case[] = [
  rule('an exact key comes first', suggest('DEMO-1'), {
    status: 200,
    body: {
      suggestions: expect.arrayContaining([
        expect.objectContaining({ key: 'DEMO-1', summary: 'Saved cards are refused' }),
      ]),
    },
  }),
  rule('issues are found by their words', suggest('cards'), suggests('DEMO-1')),
  rule('issues are found by words in Cyrillic', suggest('находит'), suggests('DEMO-2')),
  rule('an article is found by its key', suggest('demo-a-1'), suggests('DEMO-A-1')),
  ...[
    'DEMO-1,',
    '#DEMO-1',
    'DEMO-1 Заголовок',
    'см. «demo-1»',
    'DEMO-1.',
    'DEMO-1/OPS',
    `${thisServer}/issue/DEMO-1`,
  ].map((input) =>
    rule(`a key in ${input} comes first`, suggest(input), {
      status: 200,
      body: { suggestions: expect.arrayContaining([expect.objectContaining({ key: 'DEMO-1' })]) },
    }),
  ),
  rule(
    'every key of the text is suggested, in its order',
    suggest('DEMO-2, busy-a-1'),
    suggests('DEMO-2', 'BUSY-A-1'),
  ),
  rule(
    'only the kind that the address says is suggested',
    get(`${scope.global}/suggest?input=DEMO-1&kind=article`),
    suggests(),
  ),
  rule(
    'projects are suggested by their key',
    get(`${scope.global}/suggest?input=demo&kind=project`),
    suggests('DEMO'),
  ),
  rule('words suggest no users', get(`${scope.global}/suggest?input=cards&kind=user`), suggests()),
  rule('nothing matches', suggest('zzzunlikely'), suggests()),
  rule('at most ten are suggested', suggest('Busy'), {
    status: 200,
    body: {
      suggestions: Array.from({ length: 10 }, () =>
        expect.objectContaining({ summary: expect.stringMatching(/^Busy/) }),
      ),
    },
  }),
  rule('what the caller may not see is not suggested', suggest('accounting'), suggests()),
  rule('nor is it by its key', suggest('DEMO-4'), suggests()),
  rule('disclosure holds for suggestions of an exact key', suggest('DEMO-3'), {
    status: 200,
    body: { suggestions: expect.arrayContaining([expect.objectContaining({ key: 'DEMO-3' })]) },
  }),
  rule('query syntax in the input is only text', suggest('State: {Fixed} "sort by'), { status: 200 }),
  rule('quotes and brackets in the input are only text', suggest('"}{][)(-#*'), { status: 200 }),
  rule('a blank input is malformed', suggest('  '), refused('malformed', 'input')),
  rule('a missing input is malformed', get(`${scope.global}/suggest`), refused('malformed', 'input')),
  rule('an over-long input is malformed', suggest('ё'.repeat(1000)), refused('malformed', 'input')),
  rule('a guest gets no suggestions', suggest('cards', null), { status: 401 }),
];
