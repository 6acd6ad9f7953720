import { describe, expect, test } from '@jest/globals';
import { findUser } from '../../src/world/lookup.ts';
import { type OpenApp, openApp, type TestSetup } from '../context/open-app.ts';

/** An app with one POST endpoint and async functions, each given by its body. */
function open(
  handle: string,
  asyncFunctions: Readonly<Record<string, string>> = {},
  setup: TestSetup = {},
): Promise<OpenApp> {
  const functions = Object.entries(asyncFunctions).map(([name, body]) => `${name}: (ctx) => { ${body} }`);
  const probe = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.httpHandler = { endpoints: ['GET', 'POST', 'DELETE'].map((method) => ({ scope: 'issue', method, path: 'run', handle: (ctx) => { ${handle} } })), asyncFunctions: { ${functions.join(',\n')} } };`;
  return openApp({ scripts: { probe }, extensions: { Issue: { mark: { type: 'string' } } } }, setup);
}

const post = { method: 'POST' };
const said = ({ log }: OpenApp) => log.map(({ message }) => message);

describe('async functions', () => {
  test('run after the commit, in a transaction of their own, as the same user, with the same entities', async () => {
    const opened = await open(`ctx.issue.summary = 'первое'; ctx.invokeAsync('later')`, {
      later: `console.log(ctx.currentUser.login, ctx.issue.id, ctx.project.key, ctx.issue.summary, ctx.issue.isChanged('summary'), typeof ctx.request, typeof ctx.response); ctx.issue.summary = 'второе'`,
    });
    expect((await opened.call({ ...post, as: 'boris' })).status).toBe(200);
    expect(said(opened)).toEqual([]);
    await opened.clock.advance(0);
    expect(said(opened)).toEqual(['boris DEMO-1 DEMO первое false undefined undefined']);
    expect(await opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'summary'))).toBe(
      'второе',
    );
  });

  test('wait for their delay', async () => {
    const opened = await open(`ctx.invokeAsync('later', 60000)`, { later: `console.log('ran')` });
    await opened.call(post);
    await opened.clock.advance(59_999);
    expect(said(opened)).toEqual([]);
    await opened.clock.advance(1);
    expect(said(opened)).toEqual(['ran']);
  });

  test('get what was stored, and later values win', async () => {
    const opened = await open(
      `for (const [key, value] of Object.entries({ text: 'текст', number: 1.5, flag: false, nothing: null, issue: ctx.issue, user: entities.User.findByLogin('boris') })) ctx.store(key, value);
       ctx.store('text', 'новый'); ctx.invokeAsync('first')`,
      {
        first: `console.log(ctx.load('text'), ctx.load('number'), ctx.load('flag'), ctx.load('nothing'), ctx.load('issue').id, ctx.load('user').login, ctx.load('absent')); ctx.store('number', 2); ctx.invokeAsync('second')`,
        second: `console.log(ctx.load('text'), ctx.load('number'), ctx.load('issue') === ctx.issue)`,
      },
    );
    await opened.call(post);
    await opened.clock.advance(0);
    expect(said(opened)).toEqual(['новый 1.5 false null DEMO-1 boris null', 'новый 2 true']);
  });

  test.each([
    ['an object', `ctx.store('x', { a: 1 })`, 'ctx.store keeps strings'],
    ['a list', `ctx.store('x', [1])`, 'ctx.store keeps strings'],
    ['undefined', `ctx.store('x', undefined)`, 'ctx.store keeps strings'],
    [
      'two calls in one execution',
      `ctx.invokeAsync('later'); ctx.invokeAsync('later')`,
      'only one async operation',
    ],
    ['a function that is not declared', `ctx.invokeAsync('nowhere')`, "no async function 'nowhere'"],
    ['more than a week', `ctx.invokeAsync('later', 604800001)`, 'at most one week'],
    ['a delay that is no time', `ctx.invokeAsync('later', -1)`, 'number of milliseconds'],
  ])('%s is refused', async (_title, handle, message) => {
    const opened = await open(handle, { later: '' });
    expect((await opened.call(post)).status).toBe(500);
    expect(said(opened)[0]).toContain(message);
    expect(opened.sandbox.jobs.pending()).toEqual([]);
  });

  test('a chain has at most ten hops', async () => {
    const opened = await open(`ctx.store('n', 0); ctx.invokeAsync('hop')`, {
      hop: `const n = ctx.load('n') + 1; ctx.store('n', n); console.log(n); ctx.invokeAsync('hop', 1000)`,
    });
    await opened.call(post);
    await opened.clock.advance(60_000);
    expect(said(opened)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      'Error: A chain of async functions has at most 10 hops',
    ]);
  });

  test('a deduplication key replaces what is pending', async () => {
    const opened = await open(
      `ctx.store('body', ctx.request.body); ctx.invokeAsync('later', 1000, 'key-' + ctx.issue.id)`,
      { later: `console.log(ctx.load('body'))` },
    );
    await opened.call({ ...post, body: 'раз' });
    await opened.clock.advance(999);
    await opened.call({ ...post, body: 'два' });
    await opened.call({ ...post, body: 'другая', entity: 'DEMO-2' });
    await opened.clock.advance(2000);
    expect(said(opened)).toEqual(['два', 'другая']);
  });

  test('what fails schedules nothing', async () => {
    const opened = await open(`ctx.invokeAsync('later'); throw new Error('нет')`, {
      later: `console.log('ran')`,
    });
    await opened.call(post);
    expect(opened.sandbox.jobs.pending()).toEqual([]);
  });

  test.each([
    ['GET', 'writable'],
    ['DELETE', 'readonly'],
  ] as const)('a read-only %s may schedule, and the function writes', async (method, deletes) => {
    const opened = await open(
      `ctx.invokeAsync('later')`,
      { later: `ctx.issue.extensionProperties.mark = 'от ${method}'` },
      { deletes },
    );
    expect((await opened.call({ method })).status).toBe(200);
    await opened.clock.advance(0);
    expect(
      await opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'ext:probe:mark')),
    ).toBe(`от ${method}`);
  });

  test('what they throw undoes their own transaction and is logged', async () => {
    const opened = await open(`ctx.issue.summary = 'остаётся'; ctx.invokeAsync('later')`, {
      later: `ctx.issue.summary = 'пропадёт'; throw new Error('нет')`,
    });
    await opened.call(post);
    await opened.clock.advance(0);
    expect(said(opened)).toEqual(['Error: нет']);
    expect(await opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'summary'))).toBe(
      'остаётся',
    );
  });

  test('are skipped when their user is banned by then', async () => {
    const opened = await open(`ctx.invokeAsync('later', 10)`, { later: `console.log('ran')` });
    await opened.call({ ...post, as: 'boris' });
    await opened.change('admin', (tx) => tx.set(findUser(tx, 'boris') ?? '', 'isBanned', true));
    await opened.clock.advance(10);
    expect(said(opened)).toEqual(['async function later is skipped: its user is banned']);
  });

  test('are gone with their app', async () => {
    const opened = await open(`ctx.invokeAsync('later', 10)`, { later: `console.log('ran')` });
    await opened.call(post);
    await opened.sandbox.apps.remove('probe');
    await opened.clock.advance(10);
    expect([said(opened), opened.sandbox.jobs.pending()]).toEqual([[], []]);
  });

  test('of rules have the rule’s context', async () => {
    const rule = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({ guard: (ctx) => ctx.issue.isChanged('summary'), action: (ctx) => { ctx.invokeAsync('later', 0, 'x' + ctx.issue.id); },
  requirements: { State: { type: entities.State.fieldType, Fixed: {} } }, asyncFunctions: { later(ctx) { ctx.issue.fields.State = ctx.State.Fixed; } } });`;
    const opened = await openApp({ scripts: { rule } });
    const issue = await opened.read((tx) => tx.find('Issue', 'id', 'DEMO-1')[0] ?? '');
    await opened.change('boris', (tx) => tx.set(issue, 'summary', 'новое'));
    await opened.clock.advance(0);
    expect(await opened.read((tx) => typeof tx.get(issue, 'resolved'))).toBe('number');
  });

  test('run in the order of their times', async () => {
    const opened = await open(
      `ctx.store('n', ctx.request.body); ctx.invokeAsync('later', Number(ctx.request.body))`,
      { later: `console.log(ctx.load('n'))` },
    );
    for (const body of ['300', '100', '200']) await opened.call({ ...post, body });
    await opened.clock.advance(1000);
    expect(said(opened)).toEqual(['100', '200', '300']);
    expect(opened.log.map(({ at }) => at - opened.clock.now() + 1000)).toEqual([100, 200, 300]);
  });

  test('of overlapping transactions commit on the clock', async () => {
    const opened = await open(
      `ctx.invokeAsync('later', 100)`,
      { later: `ctx.issue.extensionProperties.mark = 'написано'` },
      { writes: 'overlapping' },
    );
    await opened.call(post);
    await opened.clock.advance(100);
    const mark = () =>
      opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'ext:probe:mark'));
    expect(await mark()).toBe(null);
    await opened.clock.advance(30);
    expect(await mark()).toBe('написано');
  });
});
