import { describe, expect, test } from '@jest/globals';
import { applyCommand } from '../../src/dispatch/apply-command.ts';
import { createIssue } from '../../src/world/issues.ts';
import { findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import { type OpenApp, openApp, type TestApp } from '../context/open-app.ts';

const machine = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.stateMachine({ title: 'States', fieldName: 'State', states: {
  Open: { initial: true, onExit: (ctx) => { console.log('left Open'); }, transitions: {
    start: { targetState: 'In Progress', guard: (ctx) => ctx.issue.summary !== 'stuck', action: (ctx) => { console.log('start by', ctx.currentUser.login); } },
  } },
  'In Progress': { onEnter: (ctx) => { ctx.issue.fields.Assignee = ctx.currentUser; }, transitions: {
    fix: { targetState: 'Fixed' },
    expire: { targetState: 'Open', after: 60000, action: (ctx) => { console.log('expired, says', ctx.currentUser.login); } },
  } },
  Fixed: { transitions: {} },
} });`;

async function open(app: TestApp = { scripts: { machine } }) {
  const opened = await openApp(app);
  const issue = await opened.read((tx) => findIssue(tx, 'DEMO-1') ?? '');
  const user = await opened.read((tx) => findUser(tx, 'jane') ?? '');
  return {
    opened,
    issue,
    command: (command: string) => applyCommand(opened.sandbox, { user, issues: [issue], command }),
  };
}

function fieldOf({ read }: OpenApp, issue: string, name: string): Promise<string | undefined> {
  return read((tx) => {
    const value = tx.get(issue, `field:${name}`);
    const id = typeof value === 'object' && value !== null && 'ref' in value ? value.ref : undefined;
    return id === undefined ? undefined : String(tx.get(id, tx.typeOf(id) === 'User' ? 'login' : 'name'));
  });
}

function said({ log }: OpenApp): string[] {
  return log.map(({ message }) => message);
}

describe('state machines', () => {
  test('a change of the field passes exit, action and entry', async () => {
    const { opened, issue, command } = await open();
    await command('State In Progress');
    expect(said(opened)).toEqual(['left Open', 'start by jane']);
    expect(await fieldOf(opened, issue, 'Assignee')).toBe('jane');
  });

  test('an event does the same', async () => {
    const { opened, issue, command } = await open();
    await command('State start');
    expect([await fieldOf(opened, issue, 'State'), said(opened)]).toEqual([
      'In Progress',
      ['left Open', 'start by jane'],
    ]);
    await command('State fix');
    expect(await fieldOf(opened, issue, 'State')).toBe('Fixed');
  });

  test('no way leads where no transition does', async () => {
    const { opened, issue, command } = await open();
    await expect(command('State Fixed')).rejects.toThrow('knows no way from Open to Fixed');
    expect(await fieldOf(opened, issue, 'State')).toBe('Open');
  });

  test('a guard can close a way', async () => {
    const { opened, issue, command } = await open();
    await opened.change('jane', (tx) => tx.set(issue, 'summary', 'stuck'));
    await expect(command('State start')).rejects.toThrow('The event start is not allowed now');
    await expect(command('State In Progress')).rejects.toThrow('does not let the issue go');
  });

  test('a timed transition happens by itself, as the workflow user', async () => {
    const { opened, issue, command } = await open();
    await command('State start');
    await opened.clock.advance(59_999);
    expect(await fieldOf(opened, issue, 'State')).toBe('In Progress');
    await opened.clock.advance(1);
    expect([await fieldOf(opened, issue, 'State'), said(opened).at(-1)]).toEqual([
      'Open',
      'expired, says workflow',
    ]);
  });

  test('leaving the state takes its timed transition back', async () => {
    const { opened, issue, command } = await open();
    await command('State start');
    await command('State fix');
    expect(opened.sandbox.jobs.pending()).toEqual([]);
    await opened.clock.advance(120_000);
    expect(await fieldOf(opened, issue, 'State')).toBe('Fixed');
  });

  test('a new issue begins in the initial state', async () => {
    const { opened } = await open();
    const made = await opened.change('jane', (tx) =>
      createIssue(tx, {
        project: findProject(tx, 'DEMO') ?? '',
        reporter: findUser(tx, 'jane') ?? '',
        now: 1,
        summary: 'Новая',
      }),
    );
    expect(await fieldOf(opened, made, 'State')).toBe('Open');
  });

  test('the value of a type field chooses the machine', async () => {
    const typed = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.stateMachine({ title: 'Typed', stateFieldName: 'State', typeFieldName: 'Priority',
  defaultMachine: { Open: { initial: true, transitions: { fix: { targetState: 'Fixed' } } }, Fixed: { transitions: {} } },
  alternativeMachines: { Minor: { 'In Progress': { initial: true, transitions: {} } } } });`;
    const { opened, issue, command } = await open({ scripts: { typed } });
    await command('Priority Minor');
    expect(await fieldOf(opened, issue, 'State')).toBe('In Progress');
  });

  test.each([
    ['{ Open: { transitions: {} } }', '0 initial states'],
    [
      "{ Open: { initial: true, transitions: { go: { targetState: 'Nowhere' } } } }",
      "unknown state 'Nowhere'",
    ],
  ])('%s never runs, and the log says why', async (states, reason) => {
    const broken = `exports.rule = require('@jetbrains/youtrack-scripting-api/entities').Issue.stateMachine({ fieldName: 'State', states: ${states} });`;
    const { log } = await openApp({ scripts: { broken } });
    expect(log.map(({ message }) => message)).toEqual([expect.stringContaining(reason)]);
  });
});
