import { describe, expect, test } from '@jest/globals';
import { openApp, probe, runProbe } from './open-app.ts';

const run = (body: string) => runProbe(`const { issue } = ctx; ${body}`, { method: 'POST' });

const rows: readonly (readonly [title: string, body: string, expected: unknown])[] = [
  [
    'texts',
    `issue.summary = 'Новое'; issue.description = null; return [issue.summary, issue.description, issue.isChanged('summary'), issue.oldValue('summary')]`,
    ['Новое', null, true, 'Сохранённые карты отклоняются'],
  ],
  [
    'a field by value',
    `issue.fields.State = issue.project.findFieldByName('State').findValueByName('Fixed'); return [issue.fields.State.name, issue.isResolved, issue.becomesResolved, issue.fields.becomes('State', 'Fixed'), issue.fields.was('State', 'Open')]`,
    ['Fixed', true, true, true, true],
  ],
  ['a field by name', `issue.fields.Priority = 'minor'; return issue.fields.Priority.name`, 'Minor'],
  [
    'a field of another issue',
    `issue.fields.State = entities.Issue.findById('DEMO-2').fields.State; return issue.fields.State.isResolved`,
    true,
  ],
  [
    'a user field',
    `issue.fields.Assignee = ctx.currentUser; return [issue.fields.Assignee.login, issue.fields.is('Assignee', ctx.currentUser)]`,
    ['jane', true],
  ],
  [
    'an emptied field',
    `issue.fields.Assignee = null; return [issue.fields.Assignee, issue.fields.isChanged('Assignee'), issue.fields.oldValue('Assignee').login]`,
    [null, true, 'boris'],
  ],
  [
    'dates as numbers and as dates',
    `issue.fields['Due Date'] = 1700000000000; issue.fields.Started = new Date(1700000000001); return [issue.fields['Due Date'], issue.fields.Started]`,
    [1_700_000_000_000, 1_700_000_000_001],
  ],
  [
    'numbers and texts',
    `issue.fields.Points = 5; issue.fields.Score = 1.5; issue.fields.Note = 'да'; return [issue.fields.Points, issue.fields.Score, issue.fields.Note]`,
    [5, 1.5, 'да'],
  ],
  [
    'a period',
    `issue.fields.Estimation = require('@jetbrains/youtrack-scripting-api/date-time').toPeriod('2w4d3h15m'); return issue.fields.Estimation.toString()`,
    'P2W4DT3H15M',
  ],
  [
    'a field with several values',
    `const field = issue.project.findFieldByName('Fix versions'); issue.fields['Fix versions'].add(field.findValueByName('2.0')); issue.fields['Fix versions'].delete(field.findValueByName('1.0')); const set = issue.fields['Fix versions']; return [set.map((one) => one.name), set.added.map((one) => one.name), set.removed.first().name, set.isChanged]`,
    [['2.0'], ['2.0'], '1.0', true],
  ],
  [
    'links from both sides',
    `const other = entities.Issue.findById('OTHER-1'); issue.links['relates to'].add(other); return [other.links['relates to'].first().id, issue.links['relates to'].added.size]`,
    ['DEMO-1', 1],
  ],
  [
    'links taken away',
    `issue.links['parent for'].clear(); return [issue.links['parent for'].size, issue.links['parent for'].removed.first().id]`,
    [0, 'DEMO-2'],
  ],
  [
    'tags',
    `const tag = issue.addTag('срочно'); issue.removeTag('release'); return [tag.owner.login, issue.tags.map((one) => one.name)]`,
    ['jane', ['срочно']],
  ],
  [
    'comments',
    `const comment = issue.addComment('Привет', entities.User.findByLogin('boris')); issue.addComment({ text: 'от имени', author: ctx.currentUser }); comment.text += '!'; return issue.comments.map((one) => one.author.login + ' ' + one.text)`,
    ['boris First', 'boris Привет!', 'jane от имени'],
  ],
  [
    'a comment marked as deleted',
    `issue.comments.first().delete(); return [issue.comments.first().deleted, issue.comments.size]`,
    [true, 1],
  ],
  [
    'attachments',
    `issue.addAttachment('data:text/plain;base64,0LTQsA==', 'yes.txt'); issue.addAttachment({ content: issue.attachments.first().content, name: 'copy.txt' }); return issue.attachments.map((one) => [one.name, one.size, one.base64Content])`,
    [
      ['log.txt', 5, 'aGVsbG8='],
      ['yes.txt', 4, '0LTQsA=='],
      ['copy.txt', 5, 'aGVsbG8='],
    ],
  ],
  [
    'work items',
    `const item = issue.addWorkItem('дело', Date.UTC(2026, 0, 5, 17), ctx.currentUser, 90); return [item.duration, item.date, item.author.login, issue.workItems.size]`,
    [90, Date.UTC(2026, 0, 5), 'jane', 1],
  ],
  [
    'visibility',
    `issue.permittedGroup = entities.UserGroup.findByName('Others'); return [issue.permittedGroups.size, issue.isVisibleTo(entities.User.findByLogin('boris'))]`,
    [1, false],
  ],
  [
    'a new issue',
    `const made = new entities.Issue(ctx.currentUser, issue.project, 'Новая'); made.description = 'x'; return [made.id, made.isNew, made.isReported, made.becomesReported, made.fields.Priority.name, entities.Issue.findById(made.id) === made]`,
    ['DEMO-4', true, true, true, 'Minor', true],
  ],
  [
    'a new issue of named parts',
    `return new entities.Issue({ reporter: entities.User.findByLogin('boris'), project: issue.project, summary: 'Ещё' }).reporter.login`,
    'boris',
  ],
  [
    'a draft',
    `const draft = entities.Issue.createDraft(issue.project, ctx.currentUser); return [draft.isReported, draft.draftId !== null, issue.project.issues.has(draft)]`,
    [false, true, false],
  ],
  [
    'a copy',
    `const copy = issue.copy(); return [copy.id, copy.summary, copy.fields.Priority.name]`,
    ['DEMO-4', 'Сохранённые карты отклоняются', 'Major'],
  ],
  [
    'a new article under another',
    `const made = new entities.Article(ctx.currentUser, issue.project, 'Глава'); made.parentArticle = entities.Article.findById('DEMO-A-1'); return [made.id, entities.Article.findById('DEMO-A-1').childArticles.map((one) => one.summary)]`,
    ['DEMO-A-3', ['Chapter', 'Глава']],
  ],
  [
    'a new tag',
    `const tag = new entities.Tag('моя'); issue.tags.add(tag); return [issue.hasTag('моя'), tag.owner.login]`,
    [true, 'jane'],
  ],
  [
    'another project',
    `issue.project = entities.Project.findByKey('OTHER'); return [issue.id, entities.Issue.findById('DEMO-1') === issue]`,
    ['OTHER-2', true],
  ],
  [
    'votes and stars',
    `const boris = entities.User.findByLogin('boris'); boris.voteIssue(issue); boris.watchIssue(issue); return [issue.votes, boris.isVotedForIssue(issue), boris.isWatchingIssue(issue), ctx.currentUser.canVoteIssue(issue)]`,
    [1, true, true, false],
  ],
  [
    'a new value of a field',
    `const field = issue.project.findFieldByName('State'); issue.fields.State = field.createValue('Ждёт'); return [issue.fields.State.name, field.values.size]`,
    ['Ждёт', 4],
  ],
];

describe('a script writes', () => {
  test.each(rows)('%s', async (_title, body, expected) => {
    expect(await run(body)).toEqual(expected);
  });

  test.each([
    ['a read-only property', `issue.created = 5`, 'Issue.created is read-only'],
    ['a set that is read-only', `issue.voters = []`, 'Issue.voters is read-only'],
    ['a value the field does not have', `issue.fields.State = 'Nowhere'`, 'The field State has no value'],
    ['a value of another type', `issue.fields.State = ctx.currentUser`, 'The field State has no value'],
    ['a text into a number', `issue.fields.Points = 'many'`, 'takes a number (integer)'],
    ['a field the project does not have', `issue.fields.Nowhere = 1`, 'has no custom field Nowhere'],
    ['a user among links', `issue.links['relates to'].add(ctx.currentUser)`, 'must be Issue'],
    ['an entity that cannot be made', `new entities.User('x')`, 'cannot be created with new'],
    ['a required field that is empty', `issue.fields.required('Started', 'Когда начали?')`, 'Когда начали?'],
    [
      'a value there is already',
      `issue.project.findFieldByName('State').createValue('Open')`,
      'has a value Open already',
    ],
  ])('%s: an error', async (_title, body, message) => {
    await expect(run(body)).rejects.toThrow(message);
  });

  test('and what it wrote has a new update time and author, but extension properties do not count', async () => {
    const opened = await openApp(
      probe(
        `ctx.issue.extensionProperties.mark = 'x'; if (ctx.request.body) ctx.issue.summary = ctx.request.body`,
        { method: 'POST', extensions: { Issue: { mark: { type: 'string' } } } },
      ),
    );
    const read = () =>
      opened.read((tx) => [
        tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'updated'),
        tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'updatedBy'),
      ]);
    const before = await read();
    await opened.call({ method: 'POST', as: 'boris' });
    expect(await read()).toEqual(before);
    await opened.call({ method: 'POST', as: 'boris', body: 'новое' });
    expect((await read())[0]).toBe(opened.clock.now());
    expect((await read())[1]).not.toEqual(before[1]);
  });
});

describe('mail and messages', () => {
  test('go out after the commit', async () => {
    const body = `const notifications = require('@jetbrains/youtrack-scripting-api/notifications'); const workflow = require('@jetbrains/youtrack-scripting-api/workflow');
      notifications.sendEmail({ fromName: 'Бот', to: ['a@example.com', 'b@example.com'], cc: 'c@example.com', subject: 'Тема', body: '<b>x</b>', headers: { 'X-One': '1' } }, ctx.issue);
      entities.User.findByLogin('boris').notify('Привет', 'Текст'); entities.UserGroup.findByName('Team').notifyAllUsers('Всем', 'Да'); workflow.message('Готово');
      if (ctx.request.body) throw new Error('нет')`;
    const opened = await openApp(probe(body, { method: 'POST' }));
    await opened.call({ method: 'POST', body: 'fail' });
    expect([opened.sandbox.outbox, opened.sandbox.messages]).toEqual([[], []]);
    await opened.call({ method: 'POST' });
    expect(opened.sandbox.outbox[0]).toMatchObject({
      app: 'probe',
      fromName: 'Бот',
      to: ['a@example.com', 'b@example.com'],
      cc: ['c@example.com'],
      subject: 'Тема',
      headers: { 'X-One': '1' },
      issue: 'DEMO-1',
    });
    expect(opened.sandbox.outbox.map(({ to }) => to.join())).toEqual([
      'a@example.com,b@example.com',
      'boris@example.com',
      'jane@example.com',
      'boris@example.com',
    ]);
    expect(opened.sandbox.messages).toEqual([expect.objectContaining({ text: 'Готово' })]);
  });
});

describe('the other modules', () => {
  test.each([
    [
      'date-time in the user’s zone',
      `const time = require('@jetbrains/youtrack-scripting-api/date-time'); return [time.format(Date.UTC(2026, 0, 5, 12), 'yyyy-MM-dd HH:mm'), time.parse('2026-01-05 13:00', 'yyyy-MM-dd HH:mm'), time.after(1000, '1d'), time.before(86400000, 3600000), time.format(0, 'HH:mm', 'UTC')]`,
      ['2026-01-05 13:00', Date.UTC(2026, 0, 5, 12), 86_401_000, 82_800_000, '00:00'],
    ],
    [
      'strings',
      `const strings = require('@jetbrains/youtrack-scripting-api/strings'); return [strings.getLevenshteinDistance('кот', 'рот'), strings.md5('abc')]`,
      [1, '900150983cd24fb0d6963f7d28e17f72'],
    ],
    [
      'cache',
      `const cache = require('@jetbrains/youtrack-scripting-api/cache').create(2, 'c'); let made = 0; const get = (key) => cache.get(key, () => ++made); return [get('a'), get('b'), get('a')]`,
      [1, 2, 1],
    ],
    [
      'license',
      `const { licenseInfo } = require('@jetbrains/youtrack-scripting-api/license'); return [typeof licenseInfo.youTrackVersion, licenseInfo.isCloud, licenseInfo.currentUserCount]`,
      ['string', false, 7],
    ],
  ])('%s', async (_title, body, expected) => {
    expect(await run(body)).toEqual(expected);
  });
});
