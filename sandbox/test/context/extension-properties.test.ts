import { describe, expect, test } from '@jest/globals';
import { callEndpoint, openApp, probe, runProbe, smallWorld } from './open-app.ts';

const extensions = {
  Issue: {
    text: { type: 'string' },
    count: { type: 'integer' },
    ratio: { type: 'float' },
    flag: { type: 'boolean' },
    one: { type: 'Issue' },
    person: { type: 'User' },
    many: { type: 'Issue', multi: true },
  },
  AppGlobalStorage: { total: { type: 'integer' }, watched: { type: 'Issue', multi: true } },
};

const run = (body: string, setup = {}) =>
  runProbe(`const props = ctx.issue.extensionProperties; ${body}`, { method: 'POST', extensions, ...setup });

describe('extension properties', () => {
  test.each([
    ['a string', `props.text = 'текст'; return props.text`, 'текст'],
    ['an integer', `props.count = 9007199254740991; return props.count`, 9_007_199_254_740_991],
    ['a float', `props.ratio = 0.25; return props.ratio`, 0.25],
    ['a whole number as a float', `props.ratio = 2; return props.ratio`, 2],
    ['a boolean', `props.flag = false; return props.flag`, false],
    ['an entity', `props.one = entities.Issue.findById('DEMO-2'); return props.one.id`, 'DEMO-2'],
    [
      'a set',
      `props.many.add(ctx.issue); props.many.add(entities.Issue.findById('DEMO-2')); props.many.add(ctx.issue); return props.many.map((one) => one.id)`,
      ['DEMO-1', 'DEMO-2'],
    ],
    [
      'a set made smaller',
      `props.many.add(ctx.issue); props.many.delete(ctx.issue); return [props.many.size, props.many.isEmpty()]`,
      [0, true],
    ],
    [
      'what is enumerated',
      `props.text = 'x'; return Object.keys(props).join()`,
      'text,count,ratio,flag,one,person,many',
    ],
    ['whether it is declared', `return ['text' in props, 'nothing' in props]`, [true, false]],
  ])('hold %s', async (_title, body, expected) => {
    expect(await run(body)).toEqual(expected);
  });

  test.each([
    ['null', `props.text = 'x'; props.text = null`],
    ['undefined', `props.text = 'x'; props.text = undefined`],
    ['delete', `props.text = 'x'; delete props.text`],
  ])('%s clears', async (_title, body) => {
    expect(await run(`${body}; return props.text`)).toBe(null);
  });

  test.each([
    ['null', null],
    ['undefined', 'undefined'],
  ] as const)('unset ones read as %s where the sandbox is told so', async (unset, expected) => {
    expect(await run(`return props.count === undefined ? 'undefined' : props.count`, { unset })).toBe(
      expected,
    );
  });

  test('an undeclared one is dropped without a word', async () => {
    expect(await run(`props.nothing = 'x'; return typeof props.nothing`)).toBe('undefined');
  });

  test.each([
    ['a word for an integer', `props.count = 'five'`, 'declared as integer'],
    ['a fraction for an integer', `props.count = 1.5`, 'declared as integer'],
    ['more than 64 bits for an integer', `props.count = 2 ** 63`, 'declared as integer'],
    ['a word for a boolean', `props.flag = 'yes'`, 'declared as boolean'],
    ['an object for a string', `props.text = { a: 1 }`, 'declared as string'],
    ['a user for an issue', `props.one = ctx.currentUser`, 'declared as Issue'],
    ['a single issue for a set', `props.many = ctx.issue`, 'declared as a set of Issue'],
    ['a user in a set of issues', `props.many.add(ctx.currentUser)`, 'declared as a set of Issue'],
    ['a string longer than 4 MB', `props.text = 'я'.repeat(2097153)`, 'longer than 4194304 bytes'],
  ])('%s is an error', async (_title, body, message) => {
    await expect(run(body)).rejects.toThrow(message);
  });

  test('a string of exactly 4 MB fits', async () => {
    expect(await run(`props.text = 'я'.repeat(2097152); return props.text.length`)).toBe(2_097_152);
  });

  test('are found by exact values, all of them', async () => {
    const body = `props.text = 'Да'; props.flag = true; props.one = ctx.issue; props.many.add(ctx.issue);
      const find = (query) => entities.Issue.findByExtensionProperties(query).map((one) => one.id).join();
      return [find({ text: 'Да' }), find({ text: 'да' }), find({ text: 'Да', flag: true }), find({ text: 'Да', flag: false }), find({ one: ctx.issue }), find({ many: ctx.issue })]`;
    expect(await run(body)).toEqual(['DEMO-1', '', 'DEMO-1', '', 'DEMO-1', 'DEMO-1']);
  });

  test('of the global storage belong to the app', async () => {
    const opened = await openApp(
      probe(
        `const store = ctx.globalStorage.extensionProperties; store.total = (store.total ?? 0) + 1; store.watched.add(ctx.issue); return [store.total, store.watched.size]`,
        { method: 'POST', extensions },
      ),
    );
    await opened.call({ method: 'POST' });
    expect((await opened.call({ method: 'POST' })).json).toEqual({ result: [2, 1] });
  });

  test('of a global storage that was never written read as unset, in a GET as well', async () => {
    expect(
      await runProbe(
        `return [ctx.globalStorage.extensionProperties.total, ctx.globalStorage.extensionProperties.watched.size]`,
        { extensions },
      ),
    ).toEqual([null, 0]);
  });

  test('of one app are nothing to another', async () => {
    const opened = await openApp(
      probe(`ctx.issue.extensionProperties.text = 'моё'`, { method: 'POST', extensions }),
    );
    await opened.call({ method: 'POST' });
    const other = await opened.install({
      ...probe(
        `return [ctx.issue.extensionProperties.text, entities.Issue.findByExtensionProperties({ text: 'моё' }).size, ctx.issue.extensionProperties['probe:text']].map(String)`,
        { extensions },
      ),
      name: 'other',
    });
    expect((await callEndpoint(opened.sandbox, other, { path: 'run' })).json).toEqual({
      result: ['null', '0', 'undefined'],
    });
  });

  test('come from the world file, too', async () => {
    const world = {
      ...smallWorld,
      apps: {
        probe: {
          extensionProperties: { Issue: { 'DEMO-1': { text: 'начало', person: { user: 'boris' } } } },
        },
      },
    };
    expect(await run(`return [props.text, props.person.login]`, { world })).toEqual(['начало', 'boris']);
  });
});
