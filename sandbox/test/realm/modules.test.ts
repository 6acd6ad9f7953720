import { describe, expect, test } from '@jest/globals';
import { PackageError } from '../../src/realm/package-error.ts';
import { callProbe, loadScripts, loggingHost } from './run-body.ts';

function problemOf(scripts: Readonly<Record<string, string>>): string {
  try {
    loadScripts(scripts);
  } catch (error) {
    if (error instanceof PackageError) return error.message;
    throw error;
  }
  return 'none';
}

function logOf(scripts: Readonly<Record<string, string>>): string[] {
  const logged: string[] = [];
  loadScripts(scripts).run(callProbe, loggingHost(logged));
  return logged;
}

const handler = (body: string) =>
  `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'x', handle: () => { ${body} } }] };`;

describe('modules', () => {
  test('a sibling is required with and without .js, and is one and the same', () => {
    const probe = `const a = require('./lib'); const b = require('./lib.js'); ${handler('console.log(a === b, a.name)')}`;
    expect(
      logOf({ probe, lib: `exports.name = 'либа'; exports.loaded = (exports.loaded ?? 0) + 1;` }),
    ).toEqual(['true либа']);
  });

  test('module.exports may be replaced, with getters as bundlers write them', () => {
    const bundle = `var __export = (target, all) => { for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true }); };
var src = {}; __export(src, { httpHandler: () => httpHandler }); module.exports = ((mod) => Object.defineProperty(__copy({}, mod), '__esModule', { value: true }))(src);
function __copy(to, from) { for (const key of Object.getOwnPropertyNames(from)) Object.defineProperty(to, key, { get: () => from[key], enumerable: true }); return to; }
var httpHandler = { endpoints: [{ scope: 'ISSUE', method: 'get', path: '/a/b', handle() { console.log('bundled'); } }] };`;
    const realm = loadScripts({ probe: bundle });
    expect(realm.modules[0]).toMatchObject({
      kind: 'httpHandler',
      endpoints: [{ scope: 'issue', method: 'GET', path: 'a/b' }],
    });
    expect(logOf({ probe: bundle })).toEqual(['bundled']);
  });

  test.each([
    'entities',
    'http',
    'search',
    'workflow',
    'date-time',
    'notifications',
    'strings',
    'cache',
    'license',
  ])('@jetbrains/youtrack-scripting-api/%s is there, with and without .js', (name) => {
    const path = `@jetbrains/youtrack-scripting-api/${name}`;
    expect(
      logOf({
        probe: handler(
          `console.log(require('${path}') === require('${path}.js'), typeof require('${path}'))`,
        ),
      }),
    ).toEqual(['true object']);
  });

  test('scripts may require each other', () => {
    const scripts = {
      probe: `const b = require('./b'); exports.a = 'a'; ${handler('console.log(b.read())')}`,
      b: `const a = require('./probe'); exports.read = () => a.a;`,
    };
    expect(logOf(scripts)).toEqual(['a']);
  });

  test.each([
    ['nothing', ``, 'library'],
    ['functions', `exports.help = () => 1;`, 'library'],
    ['a handler', handler(''), 'httpHandler'],
    [
      'a rule',
      `exports.rule = require('@jetbrains/youtrack-scripting-api/entities').Issue.onChange({ action() {} });`,
      'rule',
    ],
    ['a tool', `exports.aiTool = { name: 'tool', execute() {} };`, 'aiTool'],
  ])('a script that exports %s is a %s', (_title, source, kind) => {
    expect(loadScripts({ probe: source }).modules[0]?.kind).toBe(kind);
  });

  test.each([
    [
      'a missing sibling',
      `require('./nowhere')`,
      `script probe.js requires './nowhere', which is neither in the package nor part of the scripting API`,
    ],
    [
      'a package',
      `require('lodash')`,
      `script probe.js requires 'lodash', which is neither in the package nor part of the scripting API`,
    ],
    [
      'a module of Node',
      `require('node:fs')`,
      `script probe.js requires 'node:fs', which is neither in the package nor part of the scripting API`,
    ],
    [
      'an unknown module of the API',
      `require('@jetbrains/youtrack-scripting-api/nothing')`,
      `script probe.js requires '@jetbrains/youtrack-scripting-api/nothing', which is neither in the package nor part of the scripting API`,
    ],
    [
      'a missing sibling that is caught',
      `try { require('./nowhere') } catch {}`,
      `script probe.js requires './nowhere', which is neither in the package nor part of the scripting API`,
    ],
    ['a syntax error', `const x = ;`, `script probe.js cannot be read: SyntaxError: Unexpected token ';'`],
    [
      'an error while loading',
      `\n\nnull.x`,
      `script probe.js line 3 fails while it is loaded: TypeError: Cannot read properties of null (reading 'x')`,
    ],
  ])('%s fails the import with one sentence', (_title, source, sentence) => {
    expect(problemOf({ probe: source })).toBe(sentence);
  });
});
