import { expect } from '@jest/globals';
import type { Case } from './cases.ts';
import type { Stand } from './stand.ts';

const origin = 'com.example.youtrack.issue';
const html = { body: '<html>Технические работы</html>', headers: { 'content-type': 'text/html' } };

/** What the client makes of a fault: the kind, and how long it is told to wait. */
const answers: readonly (readonly [
  fault: Readonly<Record<string, unknown>>,
  problem: Readonly<Record<string, unknown>>,
])[] = [
  [{ status: 401 }, { kind: 'unauthorized', status: 401 }],
  [{ status: 403 }, { kind: 'forbidden', status: 403 }],
  [{ status: 404 }, { kind: 'absent', status: 404 }],
  [{ status: 409 }, { kind: 'conflict', status: 409 }],
  [{ status: 412 }, { kind: 'conflict', status: 412 }],
  [{ status: 423 }, { kind: 'locked', status: 423 }],
  [{ status: 428 }, { kind: 'rejected', status: 428 }],
  [{ status: 429 }, { kind: 'rate_limited', status: 429 }],
  [
    { status: 429, headers: { 'Retry-After': '30' } },
    { kind: 'rate_limited', status: 429, retryAfterMs: 30_000 },
  ],
  [{ status: 500 }, { kind: 'failing', status: 500, said: 'Сбой по заказу.' }],
  [
    { status: 503, ...html },
    { kind: 'failing', status: 503 },
  ],
  [
    { status: 502, body: '' },
    { kind: 'failing', status: 502 },
  ],
  [
    { status: 404, ...html },
    { kind: 'absent', status: 404 },
  ],
  [{ drop: true }, { kind: 'unreachable' }],
  [{ delayMs: 20_000 }, { kind: 'timeout' }],
];

async function makeLink({ ask, issueKey }: Stand) {
  return await ask('createRemoteLink', { issueKey, origin, objectKey: 'DEMO-1' });
}

/** Again where the machine was so slow that a lost connection looks like a silent Tracker. */
async function makeLinkWhile(stand: Stand, fault: Readonly<Record<string, unknown>>): Promise<unknown> {
  for (;;) {
    await stand.failNext(fault);
    const startMs = performance.now();
    const told = await makeLink(stand);
    if (!('drop' in fault) || performance.now() - startMs < 1_000) return told;
  }
}

async function countLinks({ ask, issueKey }: Stand): Promise<number> {
  const { value } = (await ask('listRemoteLinks', issueKey)) as { value: readonly unknown[] };
  return value.length;
}

export const faultCases: readonly Case[] = [
  ...answers.map(
    ([fault, problem]): Case => [
      `${JSON.stringify(fault)} is ${problem.kind}, and nothing has been done`,
      async (stand) => {
        const told = await makeLinkWhile(stand, fault);
        expect(told).toMatchObject({ ok: false, problem });
        if ('body' in fault) expect(told).not.toHaveProperty('problem.said');
        if (!('delayMs' in fault)) expect(await countLinks(stand)).toBe(0);
      },
    ],
  ),
  ...([{ drop: true }, { status: 500 }, { status: 502, ...html }] as const).map(
    (fault): Case => [
      `after ${JSON.stringify(fault)} Tracker may have done the work, and a second look finds one link`,
      async (stand) => {
        await stand.failNext({ ...fault, after: true });
        expect(await makeLink(stand)).toMatchObject({ ok: false });
        expect(await countLinks(stand)).toBe(1);
      },
    ],
  ),
  [
    'a Retry-After that is a date is a wait',
    async (stand) => {
      const date = new Date(Date.now() + 60_000).toUTCString();
      await stand.failNext({ status: 429, headers: { 'Retry-After': date } });
      const told = (await makeLink(stand)) as { problem: { retryAfterMs: number } };
      expect(told.problem.retryAfterMs).toBeGreaterThan(30_000);
      expect(told.problem.retryAfterMs).toBeLessThanOrEqual(60_000);
    },
  ],
  [
    'Tracker’s own limits are heard, with and without Retry-After',
    async ({ ask, setModes }) => {
      for (const [retryAfter, rest] of [
        ['none', {}],
        ['seconds', { retryAfterMs: 1_000 }],
      ] as const) {
        await setModes({ limits: { searchesPerSecond: 1, retryAfter } });
        const keys = Array.from({ length: 250 }, (_, index) => `TEST-${index + 1}`);
        expect(await ask('findIssues', keys)).toMatchObject({
          unanswered: expect.arrayContaining(keys.slice(-50)),
          problem: { kind: 'rate_limited', ...rest },
        });
        await setModes({ limits: null });
      }
    },
  ],
  [
    'an error without statusCode is read as well',
    async (stand) => {
      await stand.setModes({ errorBodies: 'bare' });
      const told = await stand.ask('readIssue', 'TEST-99999');
      expect(told).toEqual({
        ok: false,
        problem: { kind: 'absent', status: 404, said: 'Задача не существует.' },
      });
    },
  ],
];
