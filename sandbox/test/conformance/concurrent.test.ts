import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';
import { type IssueState, issuesOf, type Step } from '../world/concurrent-cases.ts';
import { type CasePlace, type ConcurrentDriver, testConcurrentCases } from '../world/concurrent-driver.ts';
import { concurrentWorld } from '../world/concurrent-world.ts';

const apps = join(process.cwd(), 'sandbox', 'test', 'conformance', 'apps');
const controls = '/api/_sandbox/commits';

describe('overlapping transactions over HTTP', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSandbox({
      flags: parseFlags([
        ...['--port', '0', '--tracker-port', '0', '--writes', 'overlapping'],
        ...['--app', join(apps, 'concurrent')],
      ]),
      buildFolder,
      onLine: () => undefined,
      world: concurrentWorld(),
    });
  });
  afterAll(() => running?.close());

  const send = (method: string, path: string, body?: unknown) =>
    fetch(running.youtrack + path, {
      method,
      headers: { authorization: 'Bearer perm:admin', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const waiting = async (count: number) =>
    ((await (await send('GET', `${controls}?waiting=${count}`)).json()) as { waiting: number[] }).waiting;

  const driver: ConcurrentDriver = {
    hold: async () => void (await send('POST', controls, { hold: true })),
    resume: async () => void (await send('DELETE', controls)),
    async begin(place, steps) {
      const before = (await waiting(0)).length;
      const ended = sendSteps(place, steps).then(wasKept);
      await Promise.race([ended, waiting(before + 1)]);
      return { ended };
    },
    async read(issue) {
      const answer = await send('GET', `/api/issues/${issue}/extensionEndpoints/concurrent/work/state`);
      return answer.status === 404 ? undefined : ((await answer.json()) as IssueState);
    },
  };

  function sendSteps({ issue, other }: CasePlace, steps: readonly Step[]): Promise<Response> {
    const [[verb, value] = []] = steps;
    if (verb === 'removeIssue') return send('DELETE', `/api/issues/${issue}`);
    if (verb === 'removeOther') return send('DELETE', `/api/issues/${other}`);
    if (verb === 'newUser') return send('POST', '/api/users', { login: value });
    return send('POST', `/api/issues/${issue}/extensionEndpoints/concurrent/work/take`, { other, steps });
  }

  testConcurrentCases(() => driver);

  test('transactions commit in the order in which a test releases them', async () => {
    const { issue, other } = issuesOf(0);
    await driver.hold();
    const first = await driver.begin({ issue, other }, [['set', 'note', 'первый']]);
    const second = await driver.begin({ issue, other }, [['set', 'note', 'второй']]);
    await send('POST', controls, { release: [2, 1] });
    await Promise.all([first.ended, second.ended]);
    await driver.resume();

    expect((await driver.read(issue))?.note).toBe('первый');
  });

  test('what a rule wrote is replayed with the change that set it off, and the rule is not run again', async () => {
    const { issue } = issuesOf(0);
    await driver.hold();
    const changes = [];
    for (const [index, description] of ['одно', 'другое'].entries()) {
      changes.push(send('POST', `/api/issues/${issue}`, { description }));
      await waiting(index + 1);
    }
    await driver.resume();
    await Promise.all(changes);

    expect((await driver.read(issue))?.comments).toEqual([' → другое', ' → одно']);
  });

  test('a number that nobody waits under, and a question that is none, are refused', async () => {
    expect((await send('POST', controls, { release: [7] })).status).toBe(404);
    expect((await send('POST', controls, {})).status).toBe(400);
    expect((await send('GET', `${controls}?waiting=x`)).status).toBe(400);
  });
});

/** Whether the transaction was kept; a refused one is a 500. */
async function wasKept(answer: Response): Promise<boolean> {
  const text = await answer.text();
  if (answer.status === 500) return false;
  expect({ status: answer.status, text }).toEqual({ status: 200, text });
  return true;
}
