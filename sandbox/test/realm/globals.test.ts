import { describe, expect, test } from '@jest/globals';
import { runBody } from './run-body.ts';

/** Objects of the language (ECMAScript 2022), its `Intl` companion, and `console`. */
const expected = [
  'AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array',
  'Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError',
  'ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array',
  'Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval',
  'globalThis isFinite isNaN parseFloat parseInt undefined unescape',
].join(' ');

const absent = [
  'process',
  'global',
  'Buffer',
  'require',
  'module',
  'exports',
  '__filename',
  '__dirname',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'clearTimeout',
  'fetch',
  'Request',
  'Response',
  'Headers',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'performance',
  'crypto',
  'atob',
  'btoa',
  'AbortController',
  'Event',
  'EventTarget',
  'MessageChannel',
  'Worker',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'FinalizationRegistry',
  'Java',
  '$$environment',
  'Packages',
  'load',
  'print',
  '__sandboxApi',
  'window',
  'document',
  'self',
  'XMLHttpRequest',
  'WebSocket',
];

describe('a script’s globals', () => {
  test('are those of the language, and console', () => {
    const { logged } = runBody(`console.log(Object.getOwnPropertyNames(globalThis).sort().join(' '))`);
    expect(logged[0]).toBe(expected);
  });

  test.each(absent)('%s is not among them', (name) => {
    // `require`, `module` and `exports` belong to each script: from a function made outside of any they are not seen.
    const source =
      name === 'require' || name === 'module' || name === 'exports'
        ? `typeof globalThis.${name}`
        : `typeof ${name}`;
    expect(runBody(`console.log(${source})`).logged).toEqual(['undefined']);
  });

  test('can be used as the language has it', () => {
    const body = `class A { #x = 1; static { A.y = 2; } get x() { return this.#x ?? 0; } }
      const { at } = Array.prototype; console.log([new A().x, A.y, [1, 2].at(-1), Object.hasOwn({ a: 1 }, 'a'), 'aa'.replaceAll('a', 'б'), 1_000n ** 2n].join(' '), typeof at, await Promise.any([1]))`;
    expect(runBody(body).logged).toEqual(['1 2 2 true бб 1000000 function 1']);
  });
});

describe('console', () => {
  test('has a method per level and joins what it is given', () => {
    const body = `for (const level of ['trace', 'debug', 'log', 'info', 'warn', 'error']) console[level](level, 1, { a: [null] }, undefined, 'ё')`;
    expect(runBody(body).logged[2]).toBe('log 1 {"a":[null]} undefined ё');
    expect(runBody(body).logged).toHaveLength(6);
  });

  test('survives what cannot be printed', () => {
    const body = `const loop = {}; loop.loop = loop; console.log(loop, Symbol('x'), { toString: null, toJSON() { throw 1 } }, 5n, () => 1)`;
    expect(runBody(body).outcome.ok).toBe(true);
  });

  test('shows an error with the script’s own lines and no others', () => {
    const [text = ''] = runBody(`console.error(new TypeError('schief'))`).logged;
    expect(text).toContain('TypeError: schief');
    expect(text).toContain('app:probe/probe.js');
    expect(text).not.toMatch(/node:|sandbox\/|youtrack:/);
  });
});
