import { workerData } from 'node:worker_threads';
import type { HttpExchange, PlainRequest } from '../../../sandbox/src/realm/send-request.ts';
import type {
  NumberedExchange,
  NumberedRequest,
  SendingThread,
} from '../../../sandbox/src/realm/send-request-sync.ts';
import type { TrackerConfigInput } from '../../../sandbox/src/tracker/config/tracker-config.ts';
import { createTrackerApp } from '../../../sandbox/src/tracker/create-tracker-app.ts';
import { isDropped } from '../../../sandbox/src/tracker/rest/drop-connection.ts';

// Tracker's stand-in in a thread of its own, asked without a network: whoever asks waits, so that everything happens in one order.
// `http://campaign/begin` starts it with a section, `/restart` with what it has kept, `/outgoing` hands over what it has to tell.

const { port, answers } = workerData as SendingThread;
const youtrackOrigin = 'http://youtrack.localhost';

let nowMs = 0;
let kept: unknown;
let outgoing: OutgoingCall[] = [];
let app = begin({});

/** A call of Tracker to YouTrack. It is made by whoever fetches it. */
interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: string;
}

port.on('message', async ({ number, request }: NumberedRequest) => {
  const exchange = await answer(request);
  const headers = [...exchange.headers, ['x-campaign-outgoing', String(outgoing.length)] as const];
  port.postMessage({ number, exchange: { ...exchange, headers } } satisfies NumberedExchange);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});

function begin(config: unknown) {
  kept = config;
  return createTrackerApp({
    config,
    youtrackOrigin,
    names: ['api.tracker.yandex.net', 'tracker'],
    now: () => nowMs,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      outgoing.push({
        method: init?.method ?? 'GET',
        url: String(url),
        authorization: headers.get('authorization') ?? '',
        body: String(init?.body ?? ''),
      });
      return new Response('{}', { status: 200 });
    },
    onChange: (section: TrackerConfigInput) => {
      kept = section;
    },
  }).app;
}

async function answer({ method, url, headers, body }: PlainRequest): Promise<HttpExchange> {
  const text = body === undefined ? undefined : Buffer.from(body, 'base64').toString();
  const { host, pathname } = new URL(url);
  nowMs = Number(headers.find(([name]) => name === 'x-campaign-now')?.[1] ?? nowMs);
  if (host === 'campaign') return control(pathname, text);
  const response = await app.request(
    new Request(url, {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      ...(text !== undefined && { body: text }),
    }),
  );
  if (isDropped(response)) return { code: undefined, headers: [], body: undefined, exception: 'no answer' };
  return {
    code: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    exception: undefined,
  };
}

function control(path: string, text: string | undefined): HttpExchange {
  const calls = outgoing;
  if (path === '/begin') app = begin(JSON.parse(text ?? '{}'));
  if (path === '/restart') app = begin(JSON.parse(JSON.stringify(kept)));
  outgoing = [];
  return {
    code: 200,
    headers: [],
    body: Buffer.from(JSON.stringify(calls)).toString('base64'),
    exception: undefined,
  };
}
