import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { callProbe, loadScripts, loggingHost, runBody } from './run-body.ts';

const limitMs = 150;
const stopped = {
  ok: false,
  error: { name: 'TimeLimitError', message: `the script was stopped after ${limitMs} ms`, stack: '' },
};

describe('the time limit', () => {
  test.each([
    ['an endless loop', `for (;;) {}`],
    ['a loop that catches everything', `for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } }`],
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

  test('makes an error of a promise that can never settle', () => {
    expect(runBody(`await new Promise(() => {})`).outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('never settles') },
    });
  });
});

/**
 * Jest follows promises with Node's async hooks, which do not survive that a promise's job is stopped; a sandbox of its own
 * has none. So these run in a process of their own.
 */
describe('the time limit, in promises', () => {
  test.each([
    ['an endless loop after an await', `await null; for (;;) {}`],
    ['endless awaiting', `for (;;) await null`],
    ['an endless chain of promises', `const again = () => Promise.resolve().then(again); await again()`],
  ])('stops %s', (_title, body) => {
    expect(runInProcess(body)).toEqual({ outcomes: [stopped, stopped], logged: ['начало', 'начало'] });
  });
});

/** Runs a body twice in one realm of a fresh process. */
function runInProcess(body: string): unknown {
  const source = `exports.httpHandler = { endpoints: [{ handle: async () => { console.log('начало'); ${body} } }] };`;
  const program = `import { callProbe, loadScripts, loggingHost } from './run-body.ts';
const realm = loadScripts({ probe: ${JSON.stringify(source)} }, ${limitMs});
const logged = [];
const outcomes = [1, 2].map(() => realm.run(callProbe, loggingHost(logged)));
console.log(JSON.stringify({ outcomes, logged }));`;
  const folder = join(process.cwd(), 'test/sandbox/realm');
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  const { stdout, stderr } = spawnSync(process.execPath, ['-'], {
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
