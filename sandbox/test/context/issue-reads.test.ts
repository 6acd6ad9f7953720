import { describe, expect, test } from '@jest/globals';
import { runProbe } from './open-app.ts';

const rows: readonly (readonly [title: string, body: string, expected: unknown])[] = [
  ['its readable id', 'ctx.issue.id', 'DEMO-1'],
  [
    'its texts',
    '[ctx.issue.summary, ctx.issue.description]',
    ['Сохранённые карты отклоняются', 'Every saved card is refused'],
  ],
  [
    'its reporter and project',
    '[ctx.issue.reporter.login, ctx.issue.project.key, ctx.project.name]',
    ['jane', 'DEMO', 'Demo'],
  ],
  [
    'its times',
    '[ctx.issue.created, ctx.issue.updated, ctx.issue.resolved]',
    [1_767_225_600_000, 1_767_225_700_000, null],
  ],
  ['its address', 'ctx.issue.url', 'http://sandbox.test/issue/DEMO-1'],
  ['an enum field', 'ctx.issue.fields.Priority.name', 'Major'],
  ['a field in any letter case', 'ctx.issue.fields["due date"]', 1_769_904_000_000],
  [
    'a period field',
    'ctx.issue.fields.Estimation.getDays() * 8 + ctx.issue.fields.Estimation.getHours()',
    10,
  ],
  ['a field of users', 'ctx.issue.fields.Assignee.visibleName', 'Борис Орлов'],
  ['a field with several values', 'ctx.issue.fields["Fix versions"].map((version) => version.name)', ['1.0']],
  ['an empty field', 'ctx.issue.fields.Started', null],
  ['a field that is not there', 'typeof ctx.issue.fields.Nowhere', 'undefined'],
  ['the names of its fields', 'Object.keys(ctx.issue.fields).slice(0, 3)', ['State', 'Priority', 'Assignee']],
  ['its links', 'ctx.issue.links["parent for"].first().id', 'DEMO-2'],
  ['links from the other side', 'entities.Issue.findById("DEMO-2").links["subtask of"].first().id', 'DEMO-1'],
  [
    'its comments',
    'ctx.issue.comments.map((comment) => [comment.author.login, comment.text])',
    [['boris', 'First']],
  ],
  ['its tags', '[ctx.issue.hasTag("release"), ctx.issue.tags.size]', [true, 1]],
  ['a former id', 'entities.Issue.findById("old-7").id', 'DEMO-1'],
  ['nothing under an unknown id', 'entities.Issue.findById("DEMO-99")', null],
  [
    'whether it is visible',
    '["boris", "stranger"].map((login) => ctx.issue.isVisibleTo(entities.User.findByLogin(login)))',
    [true, false],
  ],
  ['the same object for the same issue', 'entities.Issue.findById("DEMO-1") === ctx.issue', true],
  [
    'whether it is resolved',
    '[ctx.issue.isResolved, entities.Issue.findById("DEMO-2").isResolved, ctx.issue.isReported]',
    [false, true, true],
  ],
  ['undefined for a name nobody documented', 'typeof ctx.issue.nonsense', 'undefined'],
  [
    'whether it changed',
    '[ctx.issue.isChanged("summary"), ctx.issue.fields.isChanged("State"), ctx.issue.oldValue("summary")]',
    [false, false, null],
  ],
];

describe('a script reads of an issue', () => {
  test.each(rows)('%s', async (_title, expression, expected) => {
    expect(await runProbe(`return ${expression}`)).toEqual(expected);
  });

  test('what is documented and not emulated as an error that names it', async () => {
    await expect(runProbe('return ctx.issue.ganttCharts')).rejects.toThrow(
      'entities.Issue.ganttCharts is not emulated by the sandbox',
    );
  });
});
