import { describe, expect, test } from '@jest/globals';
import { callProbe, loadScripts, loggingHost, runBody } from './run-body.ts';

/** Ways to get hold of an object; each must turn out to be of the realm, whose `Function` makes nothing of strings. */
const objects: readonly (readonly [title: string, body: string])[] = [
  ['ctx', `return ctx`],
  ['ctx.request and ctx.response', `return ctx.response ?? ctx`],
  ['a function of ctx', `return ctx.store`],
  ['the global object', `return globalThis`],
  ['the prototype of the global object', `return Object.getPrototypeOf(globalThis)`],
  ['what the global object was made by', `return globalThis.constructor`],
  ['console', `return console`],
  ['a method of console', `return console.log`],
  ['module', `return module`],
  ['require', `return require`],
  ['a module of the API', `return require('@jetbrains/youtrack-scripting-api/entities')`],
  ['an entity class', `return require('@jetbrains/youtrack-scripting-api/entities').Issue`],
  ['the published modules', `return require('@jetbrains/youtrack-scripting-api/date-time')`],
  ['what the published modules run on', `return require('@jetbrains/youtrack-scripting-api/environment')`],
  ['a period', `return require('@jetbrains/youtrack-scripting-api/date-time').toPeriod('1h')`],
  [
    'a connection',
    `const { Connection } = require('@jetbrains/youtrack-scripting-api/http'); return new Connection('http://localhost')`,
  ],
  ['a host error', `try { ctx.settings } catch (error) { return error } return ctx`],
  [
    'an error of an operation',
    `try { ctx.invokeAsync('nothing') } catch (error) { return error } return ctx`,
  ],
  ['a module that is not there', `try { require('./nowhere') } catch (error) { return error }`],
  ['import()', `try { await import('node:fs') } catch (error) { return error }`],
  [
    'import() with a name made up at run time',
    `const name = ['node', 'fs'].join(':'); try { return await import(name) } catch (error) { return error }`,
  ],
  [
    'import() within import()',
    `try { await import(await import('node:fs')) } catch (error) { return error }`,
  ],
  [
    'import() after a line without a semicolon, with a comment in between',
    `const ctx2 = ctx\nimport /* süß */ ('node:fs').catch((error) => { ctx2.error = error }); return ctx2`,
  ],
  [
    'the promise of import()',
    `const promise = import('node:fs'); promise.catch(() => 0); return { promise }.promise.constructor`,
  ],
  [
    'a full stack',
    `let seen; const dive = () => { try { dive() } catch (error) { seen ??= error } }; dive(); return seen`,
  ],
  [
    'a full stack on the way to the host',
    `const seen = []; const dive = () => { try { console.log('x') } catch (error) { seen.push(error) } dive() }; try { dive() } catch (error) { seen.push(error) } return seen.at(-1)`,
  ],
  [
    'a full stack in a getter the host asks for',
    `const seen = []; const dive = () => { try { ctx.globalStorage } catch (error) { seen.push(error) } dive() }; try { dive() } catch (error) { seen.push(error) } return seen.at(-1)`,
  ],
  [
    'an async generator',
    `const generator = (async function* () { yield 1 })(); return Object.getPrototypeOf(generator)`,
  ],
  ['the step of an async generator', `return (async function* () { yield 1 })().next()`],
  ['a promise', `return Promise.resolve(1)`],
  ['the error of eval', `try { eval('1') } catch (error) { return error }`],
  ['the error of Function', `try { Function('return 1')() } catch (error) { return error }`],
  [
    'the error of a generator function from text',
    `try { Object.getPrototypeOf(function* () {}).constructor('yield 1') } catch (error) { return error }`,
  ],
  [
    'the error of an async function from text',
    `try { (async () => {}).constructor('return 1') } catch (error) { return error }`,
  ],
  ['a proxy’s error', `try { Reflect.construct(Proxy, []) } catch (error) { return error }`],
  ['the caller of a function', `function f() { return f.caller } return f() ?? ctx`],
  [
    'arguments.callee.caller',
    `const f = new (class { run() { return (function () { try { return arguments.callee.caller } catch (error) { return error } })() } })(); return f.run() ?? ctx`,
  ],
  [
    'frames of a stack',
    `Error.prepareStackTrace = (_, frames) => frames; const frames = new Error('x').stack; return typeof frames === 'string' ? ctx : frames`,
  ],
  [
    'frames by another Error',
    `try { globalThis.Error = { prepareStackTrace: (_, frames) => frames } } catch {} let stack; try { null.x } catch (error) { stack = error.stack } return typeof stack === 'string' ? ctx : stack`,
  ],
  [
    'frames by captureStackTrace',
    `const holder = {}; Error.captureStackTrace(holder); return typeof holder.stack === 'string' ? ctx : holder.stack`,
  ],
  [
    'an error that is a proxy',
    `const trap = new Proxy(new Error('x'), { get: (target, name) => { console.log(String(name)); return target[name] } }); try { throw trap } catch (error) { return error }`,
  ],
  [
    'what Symbol.species makes',
    `class Mine extends Promise { static get [Symbol.species]() { return function (executor) { executor((x) => x, (x) => x) } } } return Mine.resolve(1).then(() => 1)`,
  ],
];

const check = (body: string) => `const found = await (async () => { ${body} })();
  const makers = [found?.constructor, found?.constructor?.constructor, found?.__proto__?.constructor?.constructor, Object.getPrototypeOf(Object(found))?.constructor?.constructor];
  const says = makers.filter((make) => typeof make === 'function').map((make) => {
    try { return typeof make('return process')() } catch (error) { return error instanceof Error ? 'refused' : 'foreign error' }
  });
  console.log(says.every((one) => one === 'refused' || one === 'undefined' || one === 'object' && makers.includes(Object)) ? 'kept in' : says.join());
  console.log(found === null || Object(found) instanceof Object || Object.getPrototypeOf(Object(found)) === null ? 'of the realm' : 'of the host');`;

describe('no way leads out of a realm', () => {
  test.each(objects)('%s', (_title, body) => {
    const { logged, outcome } = runBody(check(body));
    expect([outcome.ok, ...logged.slice(-2)]).toEqual([true, 'kept in', 'of the realm']);
  });

  test.each([
    ['eval', `eval('1 + 1')`],
    ['Function', `new Function('return 1')()`],
    ['a string that is a handler of setTimeout', `setTimeout('1')`],
    ['a regular expression’s source', `(0, eval)('process')`],
  ])('%s makes no code of a string', (_title, body) => {
    expect(runBody(body).outcome.ok).toBe(false);
  });

  test('breaking the language breaks the script alone', () => {
    const body = `for (const holder of [Array.prototype, String.prototype, Map.prototype, WeakMap.prototype, Promise.prototype, Function.prototype, Object, JSON, Reflect])
      for (const name of Object.getOwnPropertyNames(holder)) try { holder[name] = () => { throw new Error('broken') } } catch {}
      throw new Error('still there')`;
    const logged: string[] = [];
    const realm = loadScripts({
      probe: `exports.httpHandler = { endpoints: [{ handle: (ctx) => { ${body} } }] };`,
    });
    expect(realm.run(callProbe, loggingHost(logged)).ok).toBe(false);
    const other = loadScripts({
      probe: `exports.httpHandler = { endpoints: [{ handle: (ctx) => { console.log([1].map((x) => x + 1)) } }] };`,
    });
    expect([other.run(callProbe, loggingHost(logged)).ok, logged]).toEqual([true, ['[2]']]);
  });

  test('what the host answers is text, also when it throws', () => {
    const logged: string[] = [];
    const realm = loadScripts({
      probe: `exports.httpHandler = { endpoints: [{ handle: (ctx) => { try { ctx.settings } catch (error) { console.log(error.name, error.message, error instanceof Error, Object.keys(error).length) } } }] };`,
    });
    realm.run(callProbe, (operation, _level, message) => {
      if (operation === 'log') logged.push(String(message));
      else if (operation === 'settings') throw Object.assign(new RangeError('nein'), { secret: process });
      return undefined;
    });
    expect(logged).toEqual(['RangeError nein true 0']);
  });
});
