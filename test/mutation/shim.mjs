import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';

/**
 * What tests import of `@jest/globals`, so that a whole room's tests run in this process, over and over, in a few milliseconds:
 * they are collected as a list and run in order until one fails. `mocked` has the modules that a test has put in place of others.
 */
export function createShim() {
  const tests = [];
  let suite = {
    parent: undefined,
    title: '',
    before: [],
    after: [],
    beforeEach: [],
    afterEach: [],
    isReady: false,
  };

  const test = (title, run) => tests.push({ title: `${suite.title} ${title}`, run, suite });
  test.each = (rows) => (title, run) => {
    for (const given of toTable(rows)) {
      test(`${title} ${String(given[0]).slice(0, 60)}`, () => run(...given));
    }
  };
  test.skip = () => {};
  test.each.skip = () => () => {};

  const describe = (title, declare) => {
    const outer = suite;
    suite = {
      parent: outer,
      title: `${outer.title} ${title}`,
      before: [],
      after: [],
      beforeEach: [],
      afterEach: [],
      isReady: false,
    };
    declare();
    suite = outer;
  };
  describe.each = (rows) => (title, declare) => {
    for (const given of toTable(rows)) describe(title, () => declare(...given));
  };
  describe.skip = () => {};

  const mocker = new ModuleMocker(globalThis);
  const mocked = new Map();
  const jest = {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
    doMock: (name, make) => mocked.set(name, make()),
  };

  const globals = {
    jest,
    test,
    it: test,
    describe,
    expect,
    beforeAll: (run) => suite.before.push(run),
    afterAll: (run) => suite.after.push(run),
    beforeEach: (run) => suite.beforeEach.push(run),
    afterEach: (run) => suite.afterEach.push(run),
  };
  return { globals, tests, mocked, restore: () => mocker.restoreAllMocks() };
}

/** Rows are spread where all of them are lists, and only then. */
function toTable(rows) {
  return rows.every(Array.isArray) ? rows : rows.map((row) => [row]);
}

/**
 * Runs tests one after another.
 * @param {readonly object[]} tests
 * @param watching called around each test
 * @returns the first that fails, with its error; undefined where none does
 */
export async function runTests(tests, { onStart = () => {}, onEnd = () => {} } = {}) {
  const opened = new Set();
  try {
    for (const test of tests) {
      const { title, run, suite } = test;
      onStart();
      const suites = listSuites(suite);
      try {
        for (const one of suites) await open(one, opened);
        for (const one of suites) for (const before of one.beforeEach) await before();
        await run();
        for (const one of suites.toReversed()) for (const after of one.afterEach) await after();
        onEnd();
      } catch (error) {
        return { title, error };
      }
    }
    return undefined;
  } finally {
    for (const one of [...opened].reverse())
      for (const after of one.after) await Promise.resolve(after()).catch(() => {});
  }
}

function listSuites(suite) {
  return suite === undefined ? [] : [...listSuites(suite.parent), suite];
}

async function open(suite, opened) {
  if (opened.has(suite)) return;
  opened.add(suite);
  for (const before of suite.before) await before();
}
