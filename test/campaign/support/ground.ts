import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPackage } from '../../../sandbox/src/apps/load-package.ts';
import { startSchedules } from '../../../sandbox/src/jobs/schedules.ts';
import type { Sandbox } from '../../../sandbox/src/ports/sandbox.ts';
import { createScriptContext } from '../../../sandbox/src/realm/create-script-context.ts';
import type { HttpExchange, PlainRequest } from '../../../sandbox/src/realm/send-request.ts';
import { sendRequestSync } from '../../../sandbox/src/realm/send-request-sync.ts';
import { createSandbox } from '../../../sandbox/src/server/create-sandbox.ts';
import { createServer } from '../../../sandbox/src/server/create-server.ts';
import { buildTrackerThread } from './build-thread.ts';
import { createSteppedClock, type SteppedClock } from './stepped-clock.ts';

/** What YouTrack or Tracker has answered. */
export interface Answered {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly text: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Who asks; admin when left out. */
  readonly login?: string;
}

/** How the two sides are set up. */
export interface GroundModes {
  readonly world: { readonly tracker: unknown };
  readonly writes: 'serial' | 'overlapping';
  readonly deletes: 'readonly' | 'writable';
  readonly unset: 'null' | 'undefined';
  /** At least 0, below 1: the same numbers for the same seed. */
  readonly random: () => number;
  /** Told of every text that anybody outside could read. */
  readonly onText: (text: string) => void;
}

const buildFolder = resolve('sandbox/dist');
const origin = 'http://youtrack.localhost';
/** Where a file is on no disk, so that writing each commit through costs nothing. */
const memoryFolder = '/dev/shm';
const startMs = Date.UTC(2026, 10, 2, 9);
const appName = 'tracker-links';

interface Life {
  readonly sandbox: Sandbox;
  readonly clock: SteppedClock;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

/**
 * YouTrack with the packaged app and Tracker's stand-in, without a network and on one clock that is moved by hand, so that the
 * same steps always do the same. YouTrack keeps its state in a file and can be killed between any two of its commits.
 */
export class Ground {
  readonly #modes: GroundModes;
  readonly #folder = mkdtempSync(join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), 'campaign-'));
  readonly #thread = buildTrackerThread();
  #life: Life | undefined;
  #nowMs = startMs;
  /** How long the next answers of Tracker take, in milliseconds. */
  #slowness: number[] = [];
  #callsToMake = 0;
  /** What Tracker's calls to YouTrack have come to since they were last taken. */
  #heard: Answered[] = [];

  static async open(modes: GroundModes): Promise<Ground> {
    const ground = new Ground(modes);
    ground.#send({ method: 'POST', url: 'http://campaign/begin', body: JSON.stringify(modes.world.tracker) });
    await ground.#begin();
    await ground.#current.sandbox.apps.install(loadPackage('dist'));
    return ground;
  }

  private constructor(modes: GroundModes) {
    this.#modes = modes;
  }

  get now(): number {
    return this.#life?.clock.now() ?? this.#nowMs;
  }

  /** The texts that scheduled functions carry along. */
  chainStates(): string {
    return JSON.stringify(this.#current.sandbox.jobs.pending());
  }

  async ask(asked: Asked): Promise<Answered> {
    const [answered] = await this.askTogether([asked]);
    return answered ?? { status: 0, text: '' };
  }

  /** All at once: where writes overlap, each begins before any other is committed, and they are committed in any order. */
  async askTogether(all: readonly Asked[]): Promise<readonly Answered[]> {
    const answers = await this.#answerTogether(all.map(toRequest));
    await this.#deliver();
    return answers;
  }

  /** @returns what Tracker has answered, and what its own calls to YouTrack have come to meanwhile */
  async askTracker({ method, path, body }: Asked): Promise<{ answer: Answered; calls: readonly Answered[] }> {
    this.#heard = [];
    const answer = this.#send({
      method,
      url: `http://tracker${path}`,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    await this.#deliver();
    return { answer, calls: this.#heard };
  }

  /** The next answers of Tracker to scripts take so long. */
  slowDown(answersMs: readonly number[]): void {
    this.#slowness.push(...answersMs);
  }

  hurryUp(): void {
    this.#slowness = [];
  }

  async advance(ms: number): Promise<void> {
    await this.#current.clock.advance(ms);
    await this.#deliver();
  }

  /** Puts the clock forward to what is due next, if it is due soon. */
  async advanceToNext(mostMs: number): Promise<void> {
    const { clock } = this.#current;
    const ms = Math.max(0, (clock.nextAt() ?? clock.now()) - clock.now());
    await this.advance(Math.min(ms, mostMs));
  }

  /** Does something, and then kills YouTrack: of what it has written meanwhile only a part has reached the disk. */
  async killDuring(work: () => Promise<unknown>, part: number): Promise<void> {
    const before = statSync(this.#stateFile).size;
    await work();
    await this.#end();
    const written = readFileSync(this.#stateFile).subarray(before);
    const ends = [0, ...[...written].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []))];
    truncateSync(this.#stateFile, before + (ends[Math.floor(part * ends.length)] ?? 0));
    await this.#begin();
  }

  async restart(): Promise<void> {
    await this.#end();
    await this.#begin();
  }

  restartTracker(): void {
    this.#send({ method: 'POST', url: 'http://campaign/restart' });
  }

  /** Forgets every scheduled function. */
  loseChains(): void {
    this.#current.sandbox.jobs.forget(appName);
  }

  async close(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #current(): Life {
    if (this.#life === undefined) throw new Error('YouTrack does not run');
    return this.#life;
  }

  get #stateFile(): string {
    return join(this.#folder, 'state.jsonl');
  }

  async #begin(): Promise<void> {
    const { world, writes, deletes, unset, random, onText } = this.#modes;
    const clock = createSteppedClock(this.#nowMs, () => this.#deliver());
    const prelude = `Math.random = (${seededRandomText})(${Math.floor(random() * 2 ** 31)});`;
    const sandbox = await createSandbox({
      ...{ world, writes, deletes, unset, clock, buildFolder },
      stateFile: this.#stateFile,
      // A machine may be too busy to keep to the usual one, which would be no fault of the script.
      timeLimitMs: 600_000,
      hosts: new Map([['api.tracker.yandex.net', origin]]),
      baseUrl: () => origin,
      sendRequest: (request) => this.#carry(request),
      createContext: (options) =>
        createScriptContext({
          ...options,
          sources: { ...options.sources, api: `${prelude}\n${options.sources.api}` },
        }),
      onLog: (_, entry) => onText(JSON.stringify(entry)),
      onNotice: onText,
    });
    const onFault = (error: Error) => {
      throw error;
    };
    const server = createServer(sandbox, { buildFolder, onFault });
    const stopSchedules = startSchedules(sandbox);
    this.#life = {
      sandbox,
      clock,
      fetch: async (request) => await server.fetch(request),
      async stop() {
        stopSchedules();
        sandbox.jobs.close();
        await sandbox.world.close();
      },
    };
  }

  async #end(): Promise<void> {
    const life = this.#life;
    if (life === undefined) return;
    this.#nowMs = life.clock.now();
    this.#life = undefined;
    await life.stop();
  }

  async #answerTogether(requests: readonly Request[]): Promise<readonly Answered[]> {
    const { sandbox, clock, fetch } = this.#current;
    clock.pass(1);
    const { commits } = sandbox.world;
    let answered = 0;
    commits?.hold();
    const answers = requests.map(async (request) => {
      const response = await fetch(request);
      const text = await response.text();
      answered += 1;
      this.#modes.onText(text);
      return { status: response.status, text };
    });
    if (commits !== undefined) {
      while (answered < requests.length) {
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
        const waiting = commits.waiting();
        if (answered + waiting.length >= requests.length) commits.release(this.#shuffle(waiting));
      }
      commits.resume();
    }
    return await Promise.all(answers);
  }

  #shuffle(numbers: readonly number[]): readonly number[] {
    const ranked = numbers.map((number) => ({ number, rank: this.#modes.random() }));
    return ranked.sort((one, other) => one.rank - other.rank).map(({ number }) => number);
  }

  /** A script's request, which takes as long as was said. */
  #carry(request: PlainRequest) {
    const slowMs = this.#slowness.shift() ?? 0;
    this.#current.clock.pass(slowMs);
    return this.#exchange({
      ...request,
      headers: [...request.headers, ['x-campaign-now', String(this.now)]],
    });
  }

  #exchange(request: PlainRequest): HttpExchange {
    const exchange = sendRequestSync(this.#thread, request);
    const waiting = exchange.headers.find(([name]) => name === 'x-campaign-outgoing')?.[1];
    this.#callsToMake = Number(waiting ?? 0);
    return exchange;
  }

  #send({ method, url, body }: { method: string; url: string; body?: string | undefined }): Answered {
    const { code = 0, body: answer = '' } = this.#exchange({
      ...{ method, url, timeoutMs: 60_000, hosts: [] },
      headers: [
        ['authorization', 'OAuth test'],
        ['x-org-id', '4711'],
        ['content-type', 'application/json'],
        ['x-campaign-now', String(this.now)],
      ],
      ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
    });
    return { status: code, text: Buffer.from(answer, 'base64').toString() };
  }

  /** Makes the calls that Tracker has to make, one after another. */
  async #deliver(): Promise<void> {
    while (this.#callsToMake > 0) {
      const { text } = this.#send({ method: 'GET', url: 'http://campaign/outgoing' });
      const calls = JSON.parse(text) as readonly OutgoingCall[];
      for (const { method, url, authorization, body } of calls) {
        const headers = { authorization, 'content-type': 'application/json' };
        const request = new Request(url, { method, headers, ...(body !== '' && { body }) });
        this.#heard.push(...(await this.#answerTogether([request])));
      }
    }
  }
}

interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: string;
}

function toRequest({ method, path, body, login = 'admin' }: Asked): Request {
  return new Request(`${origin}${path}`, {
    method,
    headers: { authorization: `Bearer perm:${login}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** mulberry32, as a text: it runs where scripts run. */
const seededRandomText = `(state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}`;
