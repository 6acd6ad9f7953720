import { describe, expect, test } from '@jest/globals';
import { callProbe, loadScripts, loggingHost, runBody, scriptOf } from './run-body.ts';

const limitMs = 150;
const stopped = {
  ok: false,
  error: { name: 'TimeLimitError', message: `the script was stopped after ${limitMs} ms`, stack: '' },
};

describe('the time limit', () => {
  test.each([
    ['an endless loop', `for (;;) {}`],
    ['a loop that catches everything', `for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } }`],
    ['an endless loop after an await', `await null; for (;;) {}`],
    ['endless awaiting', `for (;;) await null`],
    ['an endless chain of promises', `const again = () => Promise.resolve().then(again); await again()`],
    ['an endless regular expression', `/^(a+)+$/.test('a'.repeat(40) + 'b')`],
    ['an endless sort', `[3, 1, 2].sort(() => { for (;;) {} })`],
  ])('stops %s', (_title, body) => {
    expect(runBody(body, limitMs).outcome).toEqual(stopped);
  });

  test('fails the import of a script that has to be stopped while it is loaded', () => {
    expect(() => loadScripts({ probe: 'for (;;) {}' }, limitMs)).toThrow('the script was stopped');
  });

  test('leaves the realm at work, in a fresh state', () => {
    const source = `let calls = 0; exports.httpHandler = { endpoints: [{ handle: () => { calls += 1; console.log(calls); if (calls === 2) for (;;) {} } }] };`;
    const realm = loadScripts({ probe: source }, limitMs);
    const logged: string[] = [];
    const outcomes = [1, 2, 3].map(() => realm.run(callProbe, loggingHost(logged)).ok);
    expect([outcomes, logged]).toEqual([
      [true, false, true],
      ['1', '2', '1'],
    ]);
  });

  test('lets nothing of what was stopped wake up later', () => {
    const realm = loadScripts(
      { probe: scriptOf(`console.log('начало'); await null; for (;;) await null`) },
      limitMs,
    );
    const logged: string[] = [];
    expect([1, 2].map(() => realm.run(callProbe, loggingHost(logged)))).toEqual([stopped, stopped]);
    expect(logged).toEqual(['начало', 'начало']);
  });

  test('makes an error of a promise that can never settle', () => {
    expect(runBody(`await new Promise(() => {})`).outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('never settles') },
    });
  });
});
