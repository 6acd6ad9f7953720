import { describe, expect, test } from '@jest/globals';
import { findField, findFieldValue, setField } from '../../src/world/custom-fields.ts';
import { findIssue, findProject } from '../../src/world/lookup.ts';
import { removeEntity } from '../../src/world/remove-entity.ts';
import type { Id, Transaction } from '../../src/world/transaction.ts';
import { openApp } from '../context/open-app.ts';

const start = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
const workflow = require('@jetbrains/youtrack-scripting-api/workflow');
`;

function rule(body: string, target = 'Issue'): { scripts: Record<string, string> } {
  return { scripts: { rule: `${start}exports.rule = entities.${target}.onChange({ ${body} });` } };
}

function demo(tx: Transaction, id = 'DEMO-1'): Id {
  return findIssue(tx, id) ?? '';
}

function setState(tx: Transaction, name: string): void {
  const field = findField(tx, findProject(tx, 'DEMO') ?? '', 'State') ?? '';
  setField(tx, { issue: demo(tx), field, value: { ref: findFieldValue(tx, field, name) ?? '' }, now: 1 });
}

describe('on-change rules', () => {
  test('run inside the transaction of the change, with the required values at hand', async () => {
    const opened = await openApp(
      rule(`guard: (ctx) => ctx.issue.fields.becomes(ctx.State, ctx.State.Done),
        action: (ctx) => { ctx.issue.description = 'done by ' + ctx.currentUser.login + ' was ' + ctx.issue.fields.oldValue(ctx.State).name; },
        requirements: { State: { type: entities.State.fieldType, Done: { name: 'Fixed' } } }`),
    );
    await opened.change('boris', (tx) => tx.set(demo(tx), 'summary', 'no state change'));
    expect(await opened.read((tx) => tx.get(demo(tx), 'description'))).toBe('Every saved card is refused');
    await opened.change('boris', (tx) => setState(tx, 'Fixed'));
    expect(await opened.read((tx) => tx.get(demo(tx), 'description'))).toBe('done by boris was Open');
  });

  test('fire once per issue and transaction, also for changes of other rules', async () => {
    const opened = await openApp({
      scripts: {
        first: `${start}exports.rule = entities.Issue.onChange({ guard: (ctx) => ctx.issue.isChanged('summary'), action: (ctx) => { ctx.issue.description = 'x'; ctx.issue.summary += '!'; } });`,
        second: `${start}exports.rule = entities.Issue.onChange({ guard: (ctx) => ctx.issue.isChanged('description'), action: (ctx) => { ctx.issue.addComment('described'); } });`,
      },
    });
    await opened.change('jane', (tx) => tx.set(demo(tx), 'summary', 'new'));
    expect(
      await opened.read((tx) => [
        tx.get(demo(tx), 'summary'),
        tx.find('IssueComment', 'issue', { ref: demo(tx) }).length,
      ]),
    ).toEqual(['new!', 2]);
  });

  test('what they throw undoes the change', async () => {
    const opened = await openApp(
      rule(`action: (ctx) => { workflow.check(ctx.issue.summary !== 'нельзя', 'Так нельзя'); }`),
    );
    await expect(opened.change('jane', (tx) => tx.set(demo(tx), 'summary', 'нельзя'))).rejects.toThrow(
      'Так нельзя',
    );
    expect(await opened.read((tx) => tx.get(demo(tx), 'summary'))).toBe('Сохранённые карты отклоняются');
    await opened.change('jane', (tx) => tx.set(demo(tx), 'summary', 'можно'));
    expect(await opened.read((tx) => tx.get(demo(tx), 'summary'))).toBe('можно');
  });

  test('run on removal only when they ask for it', async () => {
    const opened = await openApp({
      scripts: {
        removal: `${start}exports.rule = entities.Issue.onChange({ runOn: { removal: true }, action: (ctx) => { console.log('removed', ctx.issue.id, ctx.issue.becomesRemoved); } });`,
        change: `${start}exports.rule = entities.Issue.onChange({ action: (ctx) => { console.log('changed', ctx.issue.id); } });`,
      },
    });
    await opened.change('jane', (tx) => removeEntity(tx, demo(tx, 'DEMO-3')));
    expect(opened.log.map(({ message }) => message)).toEqual(['removed DEMO-3 true']);
  });

  test('see what was added and removed', async () => {
    const opened = await openApp(
      rule(`guard: (ctx) => ctx.issue.comments.added.isNotEmpty() || ctx.issue.tags.removed.isNotEmpty(),
        action: (ctx) => { console.log(ctx.issue.comments.added.map((c) => c.text), ctx.issue.tags.removed.map((t) => t.name), ctx.issue.isChanged('comments'), ctx.issue.links['parent for'].isChanged); }`),
    );
    await opened.change('boris', (tx) => {
      tx.create('IssueComment', { issue: { ref: demo(tx) }, author: null, text: 'Второй' });
      tx.set(demo(tx), 'tags', []);
    });
    expect(opened.log.map(({ message }) => message)).toEqual(['["Второй"] ["release"] true false']);
  });

  test('of articles see the article', async () => {
    const opened = await openApp(
      rule(`action: (ctx) => { ctx.article.summary += ' (' + ctx.currentUser.login + ')'; }`, 'Article'),
    );
    await opened.change('jane', (tx) =>
      tx.set(tx.find('Article', 'id', 'DEMO-A-1')[0] ?? '', 'content', 'new'),
    );
    expect(await opened.read((tx) => tx.get(tx.find('Article', 'id', 'DEMO-A-1')[0] ?? '', 'summary'))).toBe(
      'Guide (jane)',
    );
  });

  test('are inactive while a requirement is not met, and the log says why', async () => {
    const opened = await openApp(
      rule(
        `action: (ctx) => { ctx.issue.summary = 'touched'; }, requirements: { Type: { type: entities.EnumField.fieldType, Bug: {} } }`,
      ),
    );
    await opened.change('jane', (tx) => tx.set(demo(tx), 'description', 'x'));
    expect(await opened.read((tx) => tx.get(demo(tx), 'summary'))).toBe('Сохранённые карты отклоняются');
    expect(opened.log[0]?.message).toBe('Inactive: rule.js requires the custom field Type (enum)');
  });

  test('do not run in projects the app is not attached to', async () => {
    const opened = await openApp(rule(`action: (ctx) => { ctx.issue.summary = 'touched'; }`), {
      world: {
        ...(await import('../context/open-app.ts')).smallWorld,
        apps: { probe: { projects: ['OTHER'] } },
      },
    });
    await opened.change('jane', (tx) => tx.set(demo(tx), 'description', 'x'));
    expect(await opened.read((tx) => tx.get(demo(tx), 'summary'))).toBe('Сохранённые карты отклоняются');
  });

  test('changing an extension property is no change of the issue', async () => {
    const opened = await openApp(rule(`action: (ctx) => { console.log('fired'); }`));
    await opened.change('jane', (tx) => tx.set(demo(tx), 'ext:probe:mark', 'x'));
    expect(opened.log).toEqual([]);
    expect(await opened.read((tx) => tx.get(demo(tx), 'updated'))).toBe(1_767_225_700_000);
  });
});
