import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Primitive,
  writeEntities,
  writeJson,
  writePeriod,
  writeSecret,
  writeStream,
} from '../../sandbox/src/api/wire.ts';
import { createScriptContext } from '../../sandbox/src/realm/create-script-context.ts';
import type { Sent } from '../contract/case.ts';
import { readContractWorld } from '../contract/contract-world.ts';
import { createSend, type Send } from '../contract/send.ts';
import { openSandbox, sandboxAddress } from '../support/open-sandbox.ts';
import { createGraalContext } from './create-graal-context.ts';
import { type DistortedContext, distortContext } from './distort.ts';
import { type GraalEngine, startGraalEngine } from './graal-engine.ts';
import { describeGraal } from './graal-lines.ts';

/** Every kind of value that a platform may hand over. */
const kinds: readonly Primitive[] = [
  ...[null, undefined, true, false],
  ...['', ' ', 'Заголовок', 'a\u0000b\u2028c\ud800', '7', '[]', '{"version":1}'],
  ...[0, -1, 7, 1.5, 2 ** 31, 2 ** 40, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
  ...[writeJson('[]'), writeJson('["a",7]'), writeJson('{"a":1}'), writeEntities([])],
  ...[writePeriod(90), writeSecret('trackerAuthorization'), writeStream(0)],
];

const app = 'extensionEndpoints/tracker-links';

const requests: readonly Sent[] = [
  { method: 'GET', path: `/api/issues/DEMO-1/${app}/issue/info`, as: 'jane' },
  { method: 'GET', path: `/api/articles/DEMO-A-1/${app}/article/info`, as: 'jane' },
  { method: 'GET', path: `/api/admin/projects/DEMO/${app}/project/info`, as: 'jane' },
  { method: 'GET', path: `/api/${app}/global/info?key=DEMO-2`, as: 'jane' },
  { method: 'GET', path: `/api/${app}/global/links?issueKey=TEST-1`, as: 'jane' },
  { method: 'POST', path: `/api/issues/DEMO-1/${app}/issue/links`, as: 'jane', body: { issueKey: 'NEW-1' } },
];

const startTimeoutMs = 300_000;
const compareTimeoutMs = 900_000;
const leastCalls = 900;

describeGraal('what the platform hands over, answered as on Node', (libraries) => {
  let engine: GraalEngine | undefined;
  let here: DistortedContext;
  let there: DistortedContext;
  let sendHere: Send;
  let sendThere: Send;

  beforeAll(async () => {
    const started = startGraalEngine(libraries);
    engine = started;
    here = distortContext(createScriptContext);
    there = distortContext((options) => createGraalContext(started, options));
    sendHere = createSend(await openSandbox(readContractWorld(), here), sandboxAddress);
    sendThere = createSend(await openSandbox(readContractWorld(), there), sandboxAddress);
  }, startTimeoutMs);
  afterAll(() => engine?.close());

  test(
    'every kind of value at every place is answered with the same bytes',
    async () => {
      let calls = 0;
      for (const request of requests)
        for (const place of await placesOf(request))
          for (const value of kinds) {
            const answers = await compare(request, { place, value });
            expect(answers.there).toEqual(answers.here);
            calls += 1;
          }
      expect(calls).toBeGreaterThanOrEqual(leastCalls);
    },
    compareTimeoutMs,
  );

  async function placesOf(request: Sent): Promise<readonly string[]> {
    here.places.clear();
    for (const platform of [here, there]) platform.distort(undefined);
    for (const send of [sendHere, sendThere]) await send(request);
    return [...here.places];
  }

  async function compare(request: Sent, distortion: { readonly place: string; readonly value: Primitive }) {
    here.distort(distortion);
    there.distort(distortion);
    const said = { sent: `${request.method} ${request.path}`, ...distortion };
    const [one, other] = [await sendHere(request), await sendThere(request)];
    return {
      here: { said, status: one.status, text: one.text },
      there: { said, status: other.status, text: other.text },
    };
  }
});
