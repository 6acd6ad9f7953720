import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type ManualClock, manualClock } from '../../sandbox/src/clock.ts';
import { parseFlags } from '../../sandbox/src/server/parse-flags.ts';
import { startSandbox } from '../../sandbox/src/server/start-sandbox.ts';
import type { LinksAnswer } from '../../src/protocol/answers.ts';
import { del, get, post, scope } from './say.ts';
import { createHttpSend, type Send } from './send.ts';

const created = 200;
const removed = 40;
/** The last of the checks that follow a write comes half an hour after it. */
const allChecksMs = 60 * 60 * 1000;

const links = `${scope.issue('BUSY-1')}/links`;
const old = Array.from({ length: removed }, (_, index) => `OLD-${index + 1}`);
const fresh = Array.from({ length: created }, (_, index) => `NEW-${index + 1}`);

describe('overlapping writes', () => {
  test('two hundred creations and forty removals at once end in exactly the expected links', async () => {
    await withSandbox('tracker-links.zip', async (server) => {
      await rush(server);
      await server.clock.advance(allChecksMs);
      expect(await listLinked(server)).toEqual(sorted(fresh));
    });
  });

  test('without the checks that follow every write, links are lost for good', async () => {
    const crippled = join(tmpdir(), `tracker-links-unchecked-${process.pid}.zip`);
    writeFileSync(crippled, withoutChecks(readFileSync('tracker-links.zip')));
    try {
      await withSandbox(crippled, async (server) => {
        await rush(server);
        await server.clock.advance(allChecksMs);
        const left = await listLinked(server);
        expect(left).not.toEqual(sorted(fresh));
        expect(fresh.filter((key) => !left.includes(key)).length).toBeGreaterThan(created / 2);
      });
    } finally {
      rmSync(crippled);
    }
  });
});

interface Server {
  readonly send: Send;
  /** Stands still until it is moved: how late a check comes is not for the machine to say. */
  readonly clock: ManualClock;
}

async function withSandbox(app: string, work: (server: Server) => Promise<void>): Promise<void> {
  const clock = manualClock(Date.UTC(2026, 10, 2, 9));
  const sandbox = await startSandbox({
    flags: parseFlags([
      ...['--port', '0', '--tracker-port', '0', '--world', 'test/contract/world.json', '--app', app],
      ...['--delete', 'writable', '--writes', 'overlapping'],
    ]),
    buildFolder: resolve('sandbox/dist'),
    createClock: () => clock,
    onLine: () => undefined,
  });
  try {
    await work({ send: createHttpSend(sandbox.youtrack), clock });
  } finally {
    await sandbox.close();
  }
}

/** Links to be removed, one after another; then everything at once, creations and removals mixed. */
async function rush({ send, clock }: Server): Promise<void> {
  for (const issueKey of old) await expectDone(send(post(links, { issueKey })));
  await clock.advance(1_000);
  const requests = fresh.map((issueKey) => post(links, { issueKey }));
  for (const [index, issueKey] of old.entries())
    requests.splice(index * 5, 0, del(`${links}?issueKey=${issueKey}`));
  await Promise.all(requests.map((request) => expectDone(send(request))));
}

async function expectDone(answering: ReturnType<Send>): Promise<void> {
  const { status, text } = await answering;
  expect({ status, text }).toEqual({ status: 200, text });
}

async function listLinked({ send }: Server): Promise<readonly string[]> {
  const { body } = await send(get(links));
  return sorted((body as LinksAnswer).links.map(({ issueKey }) => issueKey));
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...keys].sort();
}

/** The package with its calls of `invokeAsync` taken out: what remains is a plain read-modify-write. */
function withoutChecks(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const call = /\bctx\.invokeAsync\(/g;
  let calls = 0;
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.endsWith('.js') || name.includes('/')) continue;
    const source = strFromU8(bytes);
    calls += source.match(call)?.length ?? 0;
    files[name] = strToU8(source.replaceAll(call, '(() => {})('));
  }
  expect(calls).toBeGreaterThan(0);
  return zipSync(files);
}
