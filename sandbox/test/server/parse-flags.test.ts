import { describe, expect, test } from '@jest/globals';
import { parseFlags } from '../../src/server/parse-flags.ts';

describe('parseFlags', () => {
  test('without flags the usual ports, no world file, no apps', () => {
    expect(parseFlags([])).toEqual({
      port: 8080,
      trackerPort: 8081,
      world: undefined,
      apps: [],
      state: undefined,
      deletes: 'readonly',
      unset: 'null',
      youtrack: '2026.2',
      writes: 'serial',
      engine: 'es2022',
      mixedScopes: 'warn',
      removedWrites: 'pass',
      hosts: new Map(),
      watch: false,
      quiet: false,
      debug: false,
      help: false,
    });
  });

  test('every flag is read; apps and hosts may be several, and what is no flag is an app', () => {
    const args =
      '--port 0 --tracker-port=9 --app a.zip --app b приложение --map A.example=http://127.0.0.1:1 --map b.example=tracker';
    expect(parseFlags([...args.split(' '), '--writes', 'overlapping'])).toMatchObject({
      port: 0,
      trackerPort: 9,
      apps: ['a.zip', 'b', 'приложение'],
      writes: 'overlapping',
      hosts: new Map([
        ['a.example', 'http://127.0.0.1:1'],
        ['b.example', 'tracker'],
      ]),
    });
  });

  test.each([
    ['--nope', /--nope/],
    ['--port=x', /--port must be a number from 0 to 65535/],
    ['--port=65536', /--port/],
    ['--delete=maybe', /--delete must be readonly or writable/],
    ['--unset=0', /--unset must be null or undefined/],
    ['--writes=fast', /--writes/],
    ['--map=a', /--map must be HOST=ORIGIN/],
    ['--map=a=ftp://b', /--map/],
    ['--world', /--world/],
  ])('%s is refused in one line', (flag, message) => {
    expect(() => parseFlags([flag])).toThrow(
      expect.objectContaining({ name: 'StartError', message: expect.stringMatching(message) }),
    );
    expect(() => parseFlags([flag])).not.toThrow(/\n/);
  });
});
