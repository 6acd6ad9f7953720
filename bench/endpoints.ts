import { measure } from '../sandbox/bench/measure.ts';
import { printLatencies } from '../sandbox/bench/print-table.ts';
import { dispatch } from '../sandbox/src/dispatch/dispatch.ts';
import type { EndpointCall } from '../sandbox/src/dispatch/endpoint-call.ts';
import { findIssue, findUser } from '../sandbox/src/world/lookup.ts';
import { demandOk, issueEndpoints, type MeasuredServer, startMeasuredServer } from './start-app.ts';

const hello = '/api/issues/DEMO-1/extensionEndpoints/hello/hello/hello';
const createdKeys = 50;

/** `info` and `create` beside a handler that does nothing, over HTTP and in process. */
export async function runBenchmark(): Promise<void> {
  const server = await startMeasuredServer(100);
  try {
    await overHttp(server);
    await inProcess(server);
  } finally {
    await server.close();
  }
}

async function overHttp({ ask }: MeasuredServer): Promise<void> {
  let created = 0;
  const create = async () => {
    created += 1;
    const path = `${issueEndpoints(`DEMO-${(created % 90) + 2}`)}/links`;
    demandOk(await ask('POST', path, { issueKey: `TEST-${1 + (Math.floor(created / 90) % createdKeys)}` }));
  };
  const latencies = await measure([
    { name: 'hello', run: async () => demandOk(await ask('GET', hello)) },
    { name: 'info', run: async () => demandOk(await ask('GET', `${issueEndpoints('DEMO-1')}/info`)) },
    { name: 'links', run: async () => demandOk(await ask('GET', `${issueEndpoints('DEMO-1')}/links`)) },
    { name: 'create', run: create },
  ]);
  printLatencies('Endpoints over HTTP', latencies);
}

async function inProcess({ running: { sandbox } }: MeasuredServer): Promise<void> {
  const { user, entity } = await sandbox.world.transactions.run('read', (tx) => ({
    user: findUser(tx, 'jane'),
    entity: findIssue(tx, 'DEMO-1'),
  }));
  if (user === undefined || entity === undefined) throw new Error('the world is not the benchmark world');
  const call = (part: Partial<EndpointCall>): EndpointCall => ({
    user,
    scope: 'issue',
    entity,
    app: 'tracker-links',
    handler: 'issue',
    path: 'info',
    fullPath: '',
    method: 'GET',
    headers: [],
    parameters: [],
    body: new Uint8Array(),
    ...part,
  });
  const answer = async (asked: EndpointCall) => {
    const { status, body } = await dispatch(sandbox, asked);
    if (status !== 200) throw new Error(`answered ${status}: ${body}`);
  };
  let created = 0;
  const create = () => {
    created += 1;
    const body = Buffer.from(JSON.stringify({ issueKey: `CALL-${1 + (created % createdKeys)}` }));
    return answer(call({ path: 'links', method: 'POST', body }));
  };
  const latencies = await measure([
    { name: 'hello', run: () => answer(call({ app: 'hello', handler: 'hello', path: 'hello' })) },
    { name: 'info', run: () => answer(call({})) },
    { name: 'create', run: create },
  ]);
  printLatencies('Endpoints in process (no HTTP)', latencies);
}
