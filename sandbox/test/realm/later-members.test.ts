import { describe, expect, test } from '@jest/globals';
import { laterMembers } from '../../src/api/later-members.ts';
import { createRealm } from '../../src/realm/create-realm.ts';
import { loadRealmSources } from '../../src/realm/realm-sources.ts';
import { buildFolder } from '../support/build-folder.ts';
import { callProbe, loggingHost, runBody, scriptOf } from './run-body.ts';

const sources = loadRealmSources({ buildFolder });

function runOn(engine: 'es2022' | 'node', body: string) {
  const logged: string[] = [];
  const scripts = new Map([['probe', scriptOf(body)]]);
  const realm = createRealm({ appName: 'probe', scripts, sources, engine, log: () => undefined });
  return { outcome: realm.run(callProbe, loggingHost(logged)), logged };
}

/** What of the table a realm has, written as the table has it. */
const look = `
  const hidden = {
    'TypedArray.prototype': Object.getPrototypeOf(Int8Array.prototype),
    'Iterator.prototype': Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
  };
  const ownerOf = (path) => hidden[path] ?? path.split('.').reduce((found, name) => found?.[name], globalThis);
  const has = (member) => {
    const end = member.lastIndexOf('.');
    const owner = end === -1 ? globalThis : ownerOf(member.slice(0, end));
    return owner !== undefined && Object.hasOwn(owner, member.slice(end + 1));
  };
  console.log(${JSON.stringify(laterMembers.flatMap(([, members]) => members))}.filter(has).join(' '));`;

describe('what came after ES2022', () => {
  test('is not there', () => {
    expect(runOn('es2022', look).logged).toEqual(['']);
  });

  test('is there where the switch says so, as far as this Node has it', () => {
    expect(runOn('node', look).logged[0]).toContain('Array.prototype.toSorted');
  });

  test('is what a script asks for before it brings its own', () => {
    const body = `if (!Array.prototype.toSorted) Array.prototype.toSorted = function () { return [...this].sort(); };
      console.log(['ё', 'а'].toSorted().join(''))`;
    expect(runBody(body).logged).toEqual(['аё']);
  });

  test.each([
    ['[3].toSorted()', /toSorted came with ES2023, .*--engine node/],
    ['const list = [3]; list.findLast(Boolean)', /findLast came with ES2023/],
    [`'а'.isWellFormed()`, /isWellFormed came with ES2024/],
    ['Object.groupBy([], Boolean)', /groupBy came with ES2024/],
    ['Promise.withResolvers()', /withResolvers came with ES2024/],
    ['new Set().union(new Set())', /union came with ES2025/],
    ['Iterator.from([])', /Iterator came with ES2025/],
    ['new Float16Array(1)', /Float16Array came with ES2025/],
  ])('%s fails with an error that says since when it is there', (body, message) => {
    const { outcome } = runBody(body);
    expect(outcome.ok ? '' : outcome.error.message).toMatch(message);
  });

  test('an error over a name of the script’s own is left as it is', () => {
    const { outcome } = runBody('const own = {}; own.toSort()');
    expect(outcome.ok ? '' : outcome.error.message).toBe('own.toSort is not a function');
  });

  test('the flag v fails the import, in a sentence with the script; a slash and a v elsewhere do not', () => {
    const literal = 'console.log(/[а-я]/v.test("я"))';
    expect(() => runOn('es2022', literal)).toThrow(
      /probe\.js has the regular expression .*flag v came with ES2024/,
    );
    expect(runOn('node', literal).logged).toEqual(['true']);
    expect(runOn('es2022', 'const v = 2; console.log("a/v", 4 /v)').logged).toEqual(['a/v 2']);
  });
});
