import type { Execution, Operation } from '../ports/execution.ts';
import type { OutgoingRequest } from '../ports/outgoing-request.ts';
import type { HttpExchange } from '../realm/send-request.ts';
import { schedule } from './async-operations.ts';
import { noteSent } from './note-sent.ts';
import { readOutgoing, toPlainRequest } from './outgoing-request.ts';

/** The part of a script's time one request may take: the rest is for saying that it failed. */
const shareOfTime = 0.9;

/** What the `http` module does. */
export const httpOperations: Readonly<Record<string, Operation>> = {
  http: (execution, request) =>
    describeExchange(execution, sendNow(execution, readOutgoing(execution, String(request)))),
  httpAsync(execution, request, handlerName) {
    const outgoing = readOutgoing(execution, String(request));
    schedule(execution, {
      name: String(handlerName),
      delayMs: 0,
      deduplicationKey: undefined,
      request: outgoing,
    });
    return undefined;
  },
  httpResponse(execution) {
    return execution.exchange === undefined ? noExchange : describeExchange(execution, execution.exchange);
  },
  base64: (_, text) => Buffer.from(String(text)).toString('base64'),
};

const noExchange = JSON.stringify({ code: null, headers: [], text: null, stream: null, exception: null });

function sendNow({ change, app, script, project }: Execution, request: OutgoingRequest): HttpExchange {
  const { sandbox } = change;
  const place = {
    reveal: (name: string) => app.revealSecret(name, project),
    hosts: sandbox.hosts,
    longestMs: Math.floor(sandbox.timeLimitMs * shareOfTime),
  };
  const plain = toPlainRequest(request, place);
  const startMs = performance.now();
  const exchange = isOwnAddress(plain.url, sandbox.baseUrl()) ? refuseOwn() : sandbox.sendRequest(plain);
  noteSent(sandbox, { app: app.package.name, script: script.name, request, exchange, startMs });
  return exchange;
}

function refuseOwn(): HttpExchange {
  const exception =
    'a script’s synchronous request to the sandbox itself would wait for ever: the sandbox runs in one thread';
  return { code: undefined, headers: [], body: undefined, exception };
}

function isOwnAddress(url: string, baseUrl: string): boolean {
  return URL.canParse(url) && URL.canParse(baseUrl) && new URL(url).host === new URL(baseUrl).host;
}

/** The answer for the realm: its text, and its bytes by number. */
function describeExchange({ streams }: Execution, { code, headers, body, exception }: HttpExchange): string {
  const bytes = body === undefined ? undefined : Buffer.from(body, 'base64');
  return JSON.stringify({
    code: code ?? null,
    headers,
    text: bytes === undefined ? null : decode(bytes, headers),
    stream: bytes === undefined ? null : streams.push(bytes) - 1,
    exception: exception ?? null,
  });
}

function decode(bytes: Uint8Array, headers: HttpExchange['headers']): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const charset = /charset=["']?([\w-]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset nobody knows: UTF-8 shows at least the Latin letters.
    return new TextDecoder().decode(bytes);
  }
}
