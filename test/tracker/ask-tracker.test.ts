import { describe, expect, test } from '@jest/globals';
import { isPassing } from '../../src/protocol/tracker-problem.ts';
import { askTracker } from '../../src/tracker/ask-tracker.ts';
import { answerOf, fakeLine, nowMs } from './fake-line.ts';

const question = { method: 'GET', path: '/v3/myself' } as const;
const said = { statusCode: 400, errors: { origin: 'Обязательное поле.' }, errorMessages: ['Нельзя.'] };

describe('what Tracker answers', () => {
  test.each([
    [401, 'unauthorized', true],
    [403, 'forbidden', false],
    [404, 'absent', false],
    [409, 'conflict', true],
    [412, 'conflict', true],
    [423, 'locked', false],
    [429, 'rate_limited', true],
    [400, 'rejected', false],
    [422, 'rejected', false],
    [428, 'rejected', false],
    [500, 'failing', true],
    [503, 'failing', true],
    [302, 'unreadable', true],
    [199, 'unreadable', true],
    [777, 'unreadable', true],
  ])('%p is %p, and may pass by itself: %p', (status, kind, passes) => {
    const told = askTracker(fakeLine(() => answerOf(status, said)).line, question);
    expect(told).toEqual({
      ok: false,
      problem: { kind, status, said: 'Нельзя. origin: Обязательное поле.' },
    });
    expect(!told.ok && isPassing(told.problem)).toBe(passes);
  });

  test.each([
    ['<html><h1>Обслуживание</h1></html>'],
    [''],
    ['null'],
    [[]],
    [{}],
    [{ errors: null, errorMessages: null }],
    [{ errors: ['x'], errorMessages: [null, 5, ' '] }],
  ])('an error whose body is %j has a status and no words', (body) => {
    const told = askTracker(fakeLine(() => answerOf(503, body)).line, question);
    expect(told).toEqual({ ok: false, problem: { kind: 'failing', status: 503 } });
  });

  test('an error without statusCode is read as well', () => {
    const { line } = fakeLine(() => answerOf(404, { errors: {}, errorMessages: ['Нет задачи.'] }));
    expect(askTracker(line, question)).toMatchObject({ problem: { kind: 'absent', said: 'Нет задачи.' } });
  });

  test('a success that is not JSON is not Tracker’s', () => {
    const { line } = fakeLine(() => answerOf(200, '<html>Войдите в сеть</html>'));
    expect(askTracker(line, question)).toEqual({ ok: false, problem: { kind: 'unreadable', status: 200 } });
  });

  test('a success without a body is one', () => {
    expect(askTracker(fakeLine(() => answerOf(204)).line, question)).toEqual({
      ok: true,
      value: { json: undefined, headers: [] },
    });
  });
});

describe('Retry-After', () => {
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['Thu, 15 Jan 2026 12:00:30 GMT', 30_000],
    ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
    ['999999999', 7 * 24 * 60 * 60 * 1000],
    ['скоро', undefined],
    ['', undefined],
  ])('%p asks to wait %p ms', (value, retryAfterMs) => {
    const { line } = fakeLine(() => answerOf(429, '', { 'Retry-After': value }));
    expect(askTracker(line, question)).toEqual({
      ok: false,
      problem: { kind: 'rate_limited', status: 429, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    });
  });

  test('holds for everything else this node asks, and then no longer', () => {
    let now = nowMs;
    const { line, sent } = fakeLine(() => answerOf(429, '', { 'retry-after': '60' }), { now: () => now });
    askTracker(line, question);
    now += 59_000;
    expect(askTracker(line, { ...question, kind: 'search' })).toEqual({
      ok: false,
      problem: { kind: 'over_budget', retryAfterMs: 1_000 },
    });
    expect(sent).toHaveLength(1);
    now += 1_000;
    askTracker(line, question);
    expect(sent).toHaveLength(2);
  });
});

describe('silence', () => {
  test('is a time-out when the time was used up', () => {
    let now = nowMs;
    const { line } = fakeLine(
      ({ timeoutMs }) => {
        now += timeoutMs;
        return undefined;
      },
      { now: () => now },
    );
    expect(askTracker(line, question)).toEqual({ ok: false, problem: { kind: 'timeout' } });
  });

  test('is no connection when it came at once', () => {
    expect(askTracker(fakeLine(() => undefined).line, question)).toEqual({
      ok: false,
      problem: { kind: 'unreachable' },
    });
  });

  test('is also what a transport that throws has to say', () => {
    const { line } = fakeLine(() => {
      throw new Error('нет сети');
    });
    expect(askTracker(line, question)).toEqual({ ok: false, problem: { kind: 'unreachable' } });
  });
});

test.each([
  ['person', 3_000],
  ['background', 10_000],
] as const)('where a %s waits, an answer may take %p ms', (waiting, timeoutMs) => {
  const { line, sent } = fakeLine(() => answerOf(200, {}), { waiting, language: 'en' });
  askTracker(line, { ...question, body: { key: 'ДЕМО' } });
  expect(sent).toEqual([{ ...question, query: {}, body: '{"key":"ДЕМО"}', language: 'en', timeoutMs }]);
});
