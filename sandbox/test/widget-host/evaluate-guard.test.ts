import { expect, test } from '@jest/globals';
import { evaluateGuard } from '../../src/widget-host/evaluate-guard.ts';

const me = { login: 'jane' };
const entity = { summary: 'Печать', fields: { State: { value: 'Open' } } };

test.each([
  ["({entity}) => entity.fields.State?.value === 'Open'", true],
  ["({entity}) => entity.fields.State?.value === 'Fixed'", false],
  ["({entity}) => entity.summary === 'Печать'", true],
  ["function ({me}) { return me.login === 'jane'; }", true],
  ["({me}) => me.login === 'jane' // so there", true],
  ['() => entity === undefined', false],
])('%s answers %s', (guard, isShown) => {
  expect(evaluateGuard(guard, { me, entity })).toMatchObject({ isShown });
});

test.each([
  ['({entity}) => entity.fields', 'The guard returned object, not a boolean.'],
  ['() => 1', 'The guard returned number, not a boolean.'],
  ['async () => true', 'The guard returned object, not a boolean.'],
  ['({entity}) => entity.project.key === "DEMO"', /^The guard failed: Cannot read properties of undefined/],
  ['() => { throw null; }', 'The guard failed: it threw no error.'],
  ['not a function (', /^Unexpected/],
  ["() => true)({}); throw { get message() { return 'x' } }; (", /./],
  ['() => { for (;;); }', 'The guard did not end within 1 s.'],
])('%s hides the widget and says why', (guard, problem) => {
  expect(evaluateGuard(guard, { me, entity })).toEqual({
    isShown: false,
    problem: expect.stringMatching(problem),
  });
});

test.each([
  "() => this.constructor.constructor('return process')() !== undefined",
  "({me}) => me.constructor.constructor('return process')() !== undefined",
  '() => typeof process === "object"',
  '() => typeof require === "function"',
  '() => typeof fetch === "function" || typeof setTimeout === "function"',
  '() => typeof eval("1") === "number"',
  '() => { try { null.x; } catch (error) { return error.constructor.constructor("return process")() !== undefined; } }',
  '() => Error.prepareStackTrace !== undefined',
])('%s finds nothing outside its argument', (guard) => {
  expect(evaluateGuard(guard, { me, entity }).isShown).toBe(false);
});

test('without an entity the guard gets the user alone', () => {
  expect(evaluateGuard("(context) => !('entity' in context) && context.me.login === 'jane'", { me })).toEqual(
    {
      isShown: true,
    },
  );
});
