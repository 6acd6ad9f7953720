import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { createShim } from './shim.mjs';

const require = createRequire(`${process.cwd()}/package.json`);

/** Few runs from one seed: a mutant that only the hundredth finds costs more than it tells. The smallest case is of no use here. */
const asserting = { numRuns: 20, endOnFailure: true, seed: 1 };
const assert = (property) => fc.assert(property, asserting);
const quickCheck = { ...fc, assert, default: { ...fc, assert } };

/**
 * @param code what `bundleTests` has made
 * @returns a function that loads the tests of one file with fresh copies of all modules, and with what undoes their mocks; `isAwake`
 *   says which mutants are awake
 */
export function openBundle(code) {
  const evaluate = new Script(`(function (require, module, exports, __m) {${code}\n})`, {
    filename: 'tests.cjs',
  }).runInThisContext();
  return (file, isAwake) => {
    const { globals, tests, mocked, restore } = createShim();
    const ours = { '@jest/globals': globals, 'fast-check': quickCheck };
    const module = { exports: {} };
    evaluate((name) => mocked.get(name) ?? ours[name] ?? require(name), module, module.exports, isAwake);
    module.exports[file]();
    return { tests, restore };
  };
}
