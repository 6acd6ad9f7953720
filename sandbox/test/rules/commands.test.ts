import { describe, expect, test } from '@jest/globals';
import { applyCommand } from '../../src/dispatch/apply-command.ts';
import { findIssue, findUser } from '../../src/world/lookup.ts';
import { openApp, probe } from '../context/open-app.ts';

const state = `return [issue.fields.State?.name, issue.fields.Priority?.name, issue.fields.Assignee?.login, issue.fields.Points, issue.tags.map((tag) => tag.name).join(), issue.fields['Fix versions'].map((one) => one.name).join()]`;

const rows: readonly (readonly [command: string, result: readonly unknown[]])[] = [
  ['Fixed', ['Fixed', 'Major', 'boris', 3, 'release', '1.0']],
  ['State In Progress Priority minor', ['In Progress', 'Minor', 'boris', 3, 'release', '1.0']],
  ['for me', ['Open', 'Major', 'jane', 3, 'release', '1.0']],
  ['Assignee Unassigned', ['Open', 'Major', 'boris', 3, 'release', '1.0']],
  ['Points 13 tag {to do}', ['Open', 'Major', 'boris', 13, 'release,to do', '1.0']],
  ['untag release add Fix versions 2.0', ['Open', 'Major', 'boris', 3, '', '1.0,2.0']],
  ['remove Fix versions 1.0', ['Open', 'Major', 'boris', 3, 'release', '']],
];

describe('commands', () => {
  test.each(rows.filter(([command]) => !command.includes('Unassigned')))('%s', async (command, expected) => {
    const opened = await openApp(
      probe(`ctx.issue.applyCommand(${JSON.stringify(command)}); const { issue } = ctx; ${state}`, {
        method: 'POST',
      }),
    );
    expect((await opened.call({ method: 'POST' })).json).toEqual({ result: expected });
  });

  test('links, projects and comments', async () => {
    const opened = await openApp({ scripts: {} });
    const { user, issue } = await opened.read((tx) => ({
      user: findUser(tx, 'jane') ?? '',
      issue: findIssue(tx, 'DEMO-1') ?? '',
    }));
    await applyCommand(opened.sandbox, {
      user,
      issues: [issue],
      command: 'relates to OTHER-1 project OTHER',
      comment: 'перенесено',
    });
    expect(
      await opened.read((tx) => [tx.get(issue, 'id'), tx.find('IssueLink', 'source', { ref: issue }).length]),
    ).toEqual(['OTHER-2', 2]);
  });

  test('what cannot be understood changes nothing', async () => {
    const opened = await openApp({ scripts: {} });
    const { user, issue } = await opened.read((tx) => ({
      user: findUser(tx, 'jane') ?? '',
      issue: findIssue(tx, 'DEMO-1') ?? '',
    }));
    const applied = applyCommand(opened.sandbox, { user, issues: [issue], command: 'Fixed abracadabra' });
    await expect(applied).rejects.toThrow("The command 'abracadabra' is not one the sandbox knows");
    expect(await opened.read((tx) => tx.get(issue, 'resolved'))).toBe(null);
  });

  test('need the right to update the issue', async () => {
    const opened = await openApp({ scripts: {} });
    const { user, issue } = await opened.read((tx) => ({
      user: findUser(tx, 'reader') ?? '',
      issue: findIssue(tx, 'DEMO-1') ?? '',
    }));
    await expect(applyCommand(opened.sandbox, { user, issues: [issue], command: 'Fixed' })).rejects.toThrow(
      'no permission',
    );
  });
});

describe('action rules', () => {
  const action = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({ title: 'Review', command: 'request-review', guard: (ctx) => !ctx.issue.isResolved,
  userInput: { type: entities.User, description: 'Reviewer' },
  action: (ctx) => { ctx.issue.fields.Assignee = ctx.userInput; ctx.issue.addComment('asked by ' + ctx.currentUser.login); } });`;

  test('run by their command, with the next word as input', async () => {
    const opened = await openApp({ scripts: { action } });
    const { user, issue } = await opened.read((tx) => ({
      user: findUser(tx, 'boris') ?? '',
      issue: findIssue(tx, 'DEMO-1') ?? '',
    }));
    await applyCommand(opened.sandbox, { user, issues: [issue], command: 'request-review jane' });
    const comments = await opened.read((tx) =>
      tx.find('IssueComment', 'issue', { ref: issue }).map((id) => tx.get(id, 'text')),
    );
    expect(comments).toEqual(['First', 'asked by boris']);
  });

  test('are refused where their guard is', async () => {
    const opened = await openApp({ scripts: { action } });
    const { user, issue } = await opened.read((tx) => ({
      user: findUser(tx, 'boris') ?? '',
      issue: findIssue(tx, 'DEMO-2') ?? '',
    }));
    await expect(
      applyCommand(opened.sandbox, { user, issues: [issue], command: 'request-review jane' }),
    ).rejects.toThrow('cannot be applied');
  });
});
