import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Case, Expected, ExpectedRemoval, Sent, Step } from './case.ts';
import type { Answered, Send } from './send.ts';

const removalTimeoutMs = 30_000;

/** Runs one case against one server. */
export async function runCase(send: Send, contractCase: Case): Promise<void> {
  for (const step of contractCase.steps) await runStep(send, step);
}

async function runStep(send: Send, { sent, expected }: Step): Promise<void> {
  const answered = await send(sent);
  if ('removes' in expected) return expectRemoval(send, sent, answered, expected.removes);
  expectStatus(sent, answered, expected.status);
  if ('sameAs' in expected) {
    const twin = await send(expected.sameAs);
    expect({ status: answered.status, text: answered.text }).toEqual({
      status: twin.status,
      text: twin.text,
    });
    return;
  }
  expectAnswer(answered, expected);
}

/** Status first, with the body in sight: a wrong status says little without its reason. */
function expectStatus(sent: Sent, answered: Answered, status: number): void {
  const said = `${sent.method} ${sent.path} ${answered.text.slice(0, 300)}`;
  expect({ said, status: answered.status }).toEqual({ said, status });
}

function expectAnswer(answered: Answered, expected: Expected): void {
  if (expected.body !== undefined) expect(answered.body).toEqual(expected.body);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    expect(answered.headers[name]?.split(';')[0]).toBe(value);
  }
}

async function expectRemoval(
  send: Send,
  sent: Sent,
  answered: Answered,
  { issueKey, keys }: ExpectedRemoval['removes'],
): Promise<void> {
  if (answered.status === 202) {
    expect(answered.body).toEqual({ issueKey, scheduled: keys });
    return untilRemoved(send, sent, issueKey);
  }
  expectStatus(sent, answered, 200);
  expect(answered.body).toEqual({ issueKey, removed: keys, notLinked: [] });
}

/** A scheduled removal follows by itself; asking again until it has is all that a caller can do. */
async function untilRemoved(send: Send, sent: Sent, issueKey: string): Promise<void> {
  const deadline = Date.now() + removalTimeoutMs;
  for (;;) {
    const { status, body } = await send(sent);
    if (status === 200) {
      expect(body).toEqual(expect.objectContaining({ issueKey, removed: [] }));
      return;
    }
    if (Date.now() > deadline) throw new Error(`${issueKey} was still linked after ${removalTimeoutMs} ms`);
    await pause(20);
  }
}
