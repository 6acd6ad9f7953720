import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { LinksAnswer } from '../../src/protocol/answers.ts';
import { startSandbox } from '../support/start-sandbox.ts';
import { del, get, post, scope } from './say.ts';
import { createHttpSend, type Send } from './send.ts';

const created = 200;
const removed = 40;
const settleTimeoutMs = 240_000;
const giveUpMs = 8_000;

const links = `${scope.issue('BUSY-1')}/links`;
const old = Array.from({ length: removed }, (_, index) => `OLD-${index + 1}`);
const fresh = Array.from({ length: created }, (_, index) => `NEW-${index + 1}`);

describe('overlapping writes', () => {
  test('two hundred creations and forty removals at once end in exactly the expected links', async () => {
    await withSandbox('tracker-links.zip', async (send) => {
      await rush(send);
      expect(await untilLinked(send, fresh, settleTimeoutMs)).toEqual(sorted(fresh));
    });
  }, 300_000);

  test('without the checks that follow every write, links are lost for good', async () => {
    const crippled = join(tmpdir(), `tracker-links-unchecked-${process.pid}.zip`);
    writeFileSync(crippled, withoutChecks(readFileSync('tracker-links.zip')));
    try {
      await withSandbox(crippled, async (send) => {
        await rush(send);
        const left = await untilLinked(send, fresh, giveUpMs);
        expect(left).not.toEqual(sorted(fresh));
        expect(fresh.filter((key) => !left.includes(key)).length).toBeGreaterThan(created / 2);
      });
    } finally {
      rmSync(crippled);
    }
  });
});

async function withSandbox(app: string, work: (send: Send) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox(
    ...['--world', 'test/contract/world.json', '--app', app],
    ...['--delete', 'writable', '--writes', 'overlapping'],
  );
  try {
    await work(createHttpSend(sandbox.youtrack));
  } finally {
    await sandbox.stop();
  }
}

/** Links to be removed, one after another; then everything at once, creations and removals mixed. */
async function rush(send: Send): Promise<void> {
  for (const issueKey of old) await expectDone(send(post(links, { issueKey })));
  const requests = fresh.map((issueKey) => post(links, { issueKey }));
  for (const [index, issueKey] of old.entries())
    requests.splice(index * 5, 0, del(`${links}?issueKey=${issueKey}`));
  await Promise.all(requests.map((request) => expectDone(send(request))));
}

async function expectDone(answering: ReturnType<Send>): Promise<void> {
  const { status, text } = await answering;
  expect({ status, text }).toEqual({ status: 200, text });
}

/** The Tracker keys linked once they are the expected ones, or when the time is over. */
async function untilLinked(
  send: Send,
  expected: readonly string[],
  timeoutMs: number,
): Promise<readonly string[]> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { body } = await send(get(links));
    const keys = sorted((body as LinksAnswer).links.map(({ issueKey }) => issueKey));
    if (keys.join() === sorted(expected).join() || Date.now() > deadline) return keys;
    await pause(250);
  }
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
