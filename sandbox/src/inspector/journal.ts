import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../clock.ts';
import type {
  Cause,
  Journal,
  KeptText,
  NotedExchange,
  NotedTransaction,
  SentRequest,
} from '../ports/journal.ts';
import type { CommitObserver } from '../world/store-transactions.ts';
import { describeCommit } from './describe-commit.ts';
import { keepText, readBody, sizeOf } from './kept-text.ts';
import { createMask, type Mask, maskHeaders, type SecretHolders } from './mask-secrets.ts';
import { createRing } from './ring.ts';

/** Bounded, whatever happens: about 16 MB for both together at the most. */
const bounds = { mostEntries: 500, mostCharacters: 4_000_000 };

export interface JournalOptions {
  readonly clock: Clock;
  readonly apps: SecretHolders;
}

/** Before there are any. */
export const noApps: SecretHolders = {
  all: () => [],
  record: ({ package: { name } }) => {
    throw new Error(`The app ${name} is not installed`);
  },
};

/** The journal of a running sandbox. Secrets are masked before anything is kept. */
export class RunningJournal implements Journal {
  readonly #options: () => JournalOptions;
  readonly #causes = new AsyncLocalStorage<Cause>();
  readonly #exchanges = createRing<NotedExchange>(bounds);
  readonly #transactions = createRing<NotedTransaction>(bounds);
  #lastId = 0;

  /** @param options asked for when they are needed: the world is there before the apps are */
  constructor(options: () => JournalOptions) {
    this.#options = options;
  }

  exchanges(): readonly NotedExchange[] {
    return this.#exchanges.entries();
  }

  transactions(): readonly NotedTransaction[] {
    return this.#transactions.entries();
  }

  clear(): void {
    this.#exchanges.clear();
    this.#transactions.clear();
  }

  within<T>(cause: Cause, work: () => T): T {
    return this.#causes.run(cause, work);
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** For the world, which calls it as each transaction begins. */
  observe(): CommitObserver {
    const cause = this.#causes.getStore();
    return (commit, tx) => {
      const { clock, apps } = this.#options();
      const described = describeCommit(commit, tx, apps);
      if (described.written.length === 0) return;
      const values = described.written
        .flatMap(({ properties }) => properties)
        .flatMap((one) => [one.before, one.after]);
      this.#transactions.push({ id: this.nextId(), at: clock.now(), cause, ...described }, sizeOf(values));
    };
  }

  note(exchange: NotedExchange): void {
    const masked = maskExchange(exchange, createMask(this.#options().apps));
    this.#exchanges.push(masked, masked.address.length + sizeOf([masked.requestBody, masked.responseBody]));
  }

  sent({ app, script, request, exchange, tookMs }: SentRequest): void {
    const { code, headers, body, exception } = exchange;
    this.note({
      id: this.nextId(),
      direction: 'out',
      at: this.#options().clock.now(),
      tookMs,
      who: `${app}/${script}`,
      method: request.method,
      address: request.url,
      requestHeaders: request.headers,
      requestBody: readEncoded(request.body, request.headers),
      status: code,
      responseHeaders: headers,
      responseBody: readEncoded(body, headers),
      problem: exception,
      cause: this.#causes.getStore(),
    });
  }
}

/** @param body base64 */
function readEncoded(
  body: string | undefined,
  headers: NotedExchange['requestHeaders'],
): KeptText | undefined {
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return body === undefined ? undefined : readBody(Buffer.from(body, 'base64'), contentType);
}

function maskExchange(exchange: NotedExchange, mask: Mask): NotedExchange {
  const { address, problem, requestHeaders, requestBody, responseHeaders, responseBody } = exchange;
  return {
    ...exchange,
    address: mask(decode(address)),
    problem: problem === undefined ? undefined : mask(problem),
    requestHeaders: maskHeaders(requestHeaders, mask),
    requestBody: maskText(requestBody, mask),
    responseHeaders: maskHeaders(responseHeaders, mask),
    responseBody: maskText(responseBody, mask),
  };
}

function maskText(body: KeptText | undefined, mask: Mask): KeptText | undefined {
  return body && { ...body, ...keepText(mask(body.text), body.size) };
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // What cannot be decoded is shown as it came.
    return address;
  }
}
