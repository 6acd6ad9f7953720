import { askProbe, callProbe } from '../probe.ts';
import type { Question } from '../question.ts';

/** What scripts find: values of the host, the language, members of the scripting API. */
export const scriptQuestions: readonly Question[] = [
  {
    id: 'host-values',
    asks: 'Are numbers, texts and lists that a script gets JavaScript’s own?',
    standing: 'inferred',
    known: 'on a JVM engine they may be the host’s',
    ask: (probe) => askProbe(probe, 'GET issue/host-values?a=1&a=2'),
  },
  {
    id: 'set-for-of',
    asks: 'Can a Set of the scripting API be iterated with for…of?',
    standing: '?',
    known: 'not documented',
    ask: (probe) => askProbe(probe, 'GET issue/for-of'),
  },
  {
    id: 'set-spread',
    asks: 'Can a Set of the scripting API be spread into an array?',
    standing: '?',
    known: 'not documented',
    ask: (probe) => askProbe(probe, 'GET issue/spread'),
  },
  {
    id: 'same-entity-same-object',
    asks: 'Within one call, is the same issue the same object?',
    standing: '?',
    known: 'not documented; entities are to be compared by their ids',
    ask: (probe) => askProbe(probe, 'GET issue/same-object'),
  },
  {
    id: 'find-by-internal-id',
    asks: 'Does Issue.findById take internal ids?',
    standing: 'doc',
    known: 'it takes readable ids',
    ask: (probe) => askProbe(probe, `GET issue/by-internal-id?id=${probe.issueId}`),
  },
  {
    id: 'entity-as-json',
    asks: 'What does ctx.response.json make of an issue?',
    standing: '?',
    known: 'documented nowhere; here it is what the issue is known by',
    ask: (probe) => askProbe(probe, 'GET issue/entity-as-json'),
  },
  {
    id: 'read-unknown-field',
    asks: 'How does issue.fields of an unknown name read?',
    standing: '?',
    known: 'documented nowhere',
    ask: (probe) => askProbe(probe, 'GET issue/unknown-field'),
  },
  {
    id: 'write-unknown-field',
    asks: 'What does writing issue.fields of an unknown name do?',
    standing: '?',
    known: 'documented nowhere',
    ask: (probe) => askProbe(probe, 'POST issue/unknown-field'),
  },
  {
    id: 'unknown-permission',
    asks: 'What does user.hasPermission say of an unknown key?',
    standing: 'doc',
    known: 'an unknown key throws',
    ask: (probe) => askProbe(probe, 'GET issue/unknown-permission'),
  },
  {
    id: 'i18n',
    asks: 'What does workflow.i18n give in an app of one’s own?',
    standing: '?',
    known: 'it is supported in JetBrains’ own workflows only, but many others call it',
    ask: (probe) => askProbe(probe, 'GET issue/i18n'),
  },
  {
    id: 'members',
    asks: 'Which members that came with 2025.3 to 2026.2 are there?',
    standing: 'doc',
    known: 'JetBrains’ reference names the version of each',
    flag: '--youtrack',
    ask: (probe) => askProbe(probe, 'GET issue/members'),
  },
  {
    id: 'engine-members',
    asks: 'Which members of the language’s later editions does the engine have?',
    standing: 'inferred',
    known: 'ES2022 is accepted; what came later depends on the server’s version',
    flag: '--engine',
    ask: (probe) => askProbe(probe, 'GET global/engine'),
  },
  {
    id: 'globals',
    asks: 'Which of these names are global: process, fetch, URL, timers, WebAssembly, Atomics and others?',
    standing: '?',
    known:
      'those of Node and of browsers were seen to be missing; Atomics and FinalizationRegistry are left out by choice',
    ask: (probe) => askProbe(probe, 'GET global/globals'),
  },
  {
    id: 'code-from-text',
    asks: 'Do eval and Function work?',
    standing: '?',
    known: 'documented nowhere; here no text becomes code',
    ask: (probe) => askProbe(probe, 'GET global/code-from-text'),
  },
  {
    id: 'absent-parameter',
    asks: 'How does an absent request parameter read?',
    standing: 'conflict',
    known: 'the typings of 2026.2 say undefined, others null',
    ask: (probe) => askProbe(probe, 'GET issue/absent-parameter'),
  },
  {
    id: 'empty-json',
    asks: 'What does request.json() do without a body?',
    standing: 'seen',
    known: 'it throws on an empty or malformed body',
    ask: (probe) => askProbe(probe, 'POST global/empty-json'),
  },
  {
    id: 'body-twice',
    asks: 'Can request.json() be called after request.body was read?',
    standing: '?',
    known: 'the body can be consumed once; whether the text counts is not said',
    ask: (probe) => askProbe(probe, 'POST global/body-twice', { body: '{"a":1}' }),
  },
  {
    id: 'article-and-project-scope',
    asks: 'Do endpoints of the article and the project scope answer?',
    standing: 'doc',
    known: 'each scope has its own address',
    async ask(probe) {
      const answers = [await askProbe(probe, 'GET article/id'), await askProbe(probe, 'GET project/key')];
      const { status } = await callProbe(probe, 'GET article/none');
      return [...answers, status];
    },
  },
];
