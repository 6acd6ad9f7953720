import { describe, expect, test } from '@jest/globals';
import { createRealm, type RealmOutcome } from '../../../sandbox/realm/create-realm.ts';
import { buildSources } from './build-sources.ts';

const sources = buildSources();

/** Runs the body of a handler and gives what it handed to `console.log`. */
function runBody(body: string, timeLimitMs = 1_000): { logged: string[]; outcome: RealmOutcome } {
  const logged: string[] = [];
  const source = `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'x', handle: async (ctx) => { ${body} } }] };`;
  const realm = createRealm({
    appName: 'probe',
    scripts: new Map([['probe', source]]),
    sources,
    timeLimitMs,
    log: () => undefined,
  });
  const job = {
    kind: 'call',
    script: 'probe',
    function: { in: 'httpHandler', endpoint: 0 },
    context: {},
  } as const;
  const outcome = realm.run(job, (operation, _level, message) => {
    if (operation === 'log') logged.push(String(message));
    return undefined;
  });
  return { logged, outcome };
}

describe('what a script finds in its realm', () => {
  test('the globals are the language’s own and console', () => {
    const { logged } = runBody(`console.log(Object.getOwnPropertyNames(globalThis).sort().join(' '))`);
    expect(logged[0]?.split(' ')).not.toContain('process');
    expect(logged[0]).toMatchInlineSnapshot(
      `"AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape"`,
    );
  });
});

describe('no way leads out of a realm', () => {
  const escapes: readonly (readonly [string, string])[] = [
    ['the context object', `return ctx`],
    ['the global object', `return globalThis`],
    ['console', `return console.log`],
    ['the response', `return ctx.response ?? {}`],
    ['a host error', `try { ctx.currentUser } catch (error) { return error } return {}`],
    [
      'the error of a module that is not there',
      `try { require('./nowhere') } catch (error) { return error }`,
    ],
    ['the error of import()', `try { await import('node:fs') } catch (error) { return error }`],
    [
      'a full stack',
      `let seen; const dive = () => { try { dive() } catch (e) { seen ??= e } }; dive(); return seen`,
    ],
    [
      'a full stack in a call to the host',
      `const seen = []; const dive = () => { try { console.log('x') } catch (e) { seen.push(e) } dive() }; try { dive() } catch (e) { seen.push(e) } return seen.at(-1)`,
    ],
    ['an async generator', `const g = (async function* () { yield 1 })(); return g.next()`],
    ['the error of eval', `try { eval('1') } catch (error) { return error }`],
    ['the error of Function', `try { Function('return 1')() } catch (error) { return error }`],
    ['the caller of a function', `function f() { return f.caller } return f() ?? {}`],
  ];
  test.each(escapes)('%s is of the realm', (_title, body) => {
    const check = `const found = await (async () => { ${body} })();
      const F = found.constructor?.constructor ?? Function;
      let says = 'nothing'; try { says = typeof F('return process')() } catch (error) { says = error.constructor === EvalError || error instanceof EvalError ? 'refused' : 'other ' + error }
      console.log(says + ' ' + (F === Function))`;
    expect(runBody(check).logged.at(-1)).toBe('refused true');
  });
});
