import type { Answer } from '../answer.ts';
import { addressOf, callProbe, importProbePart, type Probe, partName } from '../probe.ts';
import type { Question } from '../question.ts';

const contentType = (endpoint: string) => async (probe: Probe) => {
  const { headers } = await callProbe(probe, `GET ${endpoint}`);
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'none';
};

const status = (request: string) => async (probe: Probe) => (await callProbe(probe, request)).status;

async function askUnknownKey(probe: Probe): Promise<Answer> {
  const endpoint = `{ method: 'GET', path: 'x', permissions: ['NO_SUCH_PERMISSION'], handle: (ctx) => ctx.response.text('open') }`;
  const undo = await importProbePart(probe, {
    'part.js': `exports.httpHandler = { endpoints: [${endpoint}] };`,
  });
  if (undo === undefined) return 'the package is refused';
  const answer = await probe.client.send(`GET /api/extensionEndpoints/${partName(probe.app)}/part/x`);
  await undo();
  return answer.status;
}

/** What a server does with requests and answers around the handler. */
export const answerQuestions: readonly Question[] = [
  {
    id: 'text-content-type',
    asks: 'Which content type has an answer of ctx.response.text?',
    standing: '?',
    known: 'documented nowhere',
    ask: contentType('global/text'),
  },
  {
    id: 'json-content-type',
    asks: 'Which content type has an answer of ctx.response.json?',
    standing: 'inferred',
    known: 'widgets get it parsed',
    ask: contentType('global/json'),
  },
  {
    id: 'nothing-answered',
    asks: 'What is answered when a handler sets nothing?',
    standing: '?',
    known: 'documented nowhere',
    async ask(probe) {
      const { status, text } = await callProbe(probe, 'GET global/nothing');
      return [status, text];
    },
  },
  {
    id: 'returned-value',
    asks: 'Is what a handler returns sent?',
    standing: '?',
    known: 'documented nowhere',
    ask: async (probe) => ((await callProbe(probe, 'GET global/returned')).text === '' ? 'no' : 'yes'),
  },
  {
    id: 'response-status',
    asks: 'Does ctx.response.status set the status?',
    standing: 'seen',
    known: 'only `code` does',
    ask: status('GET global/status'),
  },
  {
    id: 'odd-code',
    asks: 'What becomes of ctx.response.code = 99?',
    standing: '?',
    known: 'documented nowhere',
    ask: status('GET global/odd-code'),
  },
  {
    id: 'headers',
    asks: 'Does the last addHeader win, and does null take a header away?',
    standing: 'seen',
    known: 'the last one wins, null removes',
    async ask(probe) {
      const { headers } = await callProbe(probe, 'GET global/headers');
      return [headers.get('x-probe-twice') ?? 'none', headers.get('x-probe-gone') ?? 'none'];
    },
  },
  {
    id: 'wrong-method',
    asks: 'What answers a method that the endpoint does not have?',
    standing: '?',
    known: 'documented nowhere',
    ask: status('PUT global/text'),
  },
  {
    id: 'head-and-options',
    asks: 'What answers HEAD and OPTIONS on an endpoint of GET?',
    standing: '?',
    known: 'documented nowhere; here they are not passed on to scripts',
    ask: async (probe) => [
      await status('HEAD global/text')(probe),
      await status('OPTIONS global/text')(probe),
    ],
  },
  {
    id: 'slashes',
    asks: 'What answers an endpoint’s path with a slash at its end?',
    standing: '?',
    known: 'paths are matched exactly; a leading slash is ignored',
    ask: status('GET global/text/'),
  },
  {
    id: 'letter-case',
    asks: 'Does letter case matter in an issue’s id, and in an endpoint’s path?',
    standing: '?',
    known: 'documented nowhere',
    async ask(probe) {
      const issue = await callProbe(probe, 'GET issue/text', { on: probe.issue.toLowerCase() });
      const path = await callProbe(probe, 'GET global/TEXT');
      return [issue.status, path.status];
    },
  },
  {
    id: 'internal-id-in-path',
    asks: 'Does an issue’s internal id work in an endpoint’s address?',
    standing: 'doc',
    known: 'ids may be readable or internal',
    ask: async (probe) => (await callProbe(probe, 'GET issue/text', { on: probe.issueId })).status,
  },
  {
    id: 'undecodable-address',
    asks: 'What answers an address that cannot be decoded?',
    standing: '?',
    known: 'documented nowhere',
    ask: async (probe) => (await probe.client.send(`GET ${addressOf(probe, 'global/')}%ZZ`)).status,
  },
  {
    id: 'unknown-token',
    asks: 'What answers a token that is none?',
    standing: 'doc',
    known: '401',
    ask: async (probe) =>
      (await callProbe(probe, 'GET global/text', { token: 'perm:bm9ib2R5.c2FuZGJveA==.none' })).status,
  },
  {
    id: 'guest',
    asks: 'What does the guest get on a global endpoint, and on an issue that it cannot see?',
    standing: '?',
    known: 'global endpoints are for everyone but the guest; the status is not documented',
    async ask(probe) {
      const global = await callProbe(probe, 'GET global/text', { token: null });
      const issue = await callProbe(probe, 'GET issue/text', { token: null });
      return [global.status, issue.status];
    },
  },
  {
    id: 'invisible-entity',
    asks: 'What does somebody get on an issue that they cannot see?',
    standing: 'doc',
    known: '404 before the code runs',
    needs: 'other token',
    ask: async (probe) => (await callProbe(probe, 'GET issue/text', { token: probe.otherToken })).status,
  },
  {
    id: 'missing-permission',
    asks: 'What does somebody get who holds none of an endpoint’s permissions?',
    standing: '?',
    known: 'the status is not documented; 403 is taken',
    needs: 'other token',
    ask: async (probe) => (await callProbe(probe, 'GET global/guarded', { token: probe.otherToken })).status,
  },
  {
    id: 'unknown-permission-key',
    asks: 'What becomes of an endpoint that asks for an unknown permission?',
    standing: '?',
    known: 'documented nowhere; here nobody holds it',
    ask: askUnknownKey,
  },
];
