import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld, newYear } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const app = 'extensionEndpoints/entities';
const write = ask({ at: `POST /api/issues/DEMO-1/${app}/writes/`, source: 'entities' });
const writeAsJane = ask({ at: `POST /api/issues/DEMO-1/${app}/writes/`, source: 'entities', as: 'jane' });
const set = ask({ at: `POST /api/issues/DEMO-1/${app}/set/`, source: 'entities', as: 'jane' });
const field = ask({ at: `POST /api/issues/DEMO-1/${app}/fields/`, source: 'entities' });

/** What is there after the transaction: read over REST. */
const kept = (rule: string, fields: string, json: unknown, issue = 'DEMO-1'): Row => ({
  rule,
  source: 'entities',
  send: `GET /api/issues/${issue}?fields=${fields}`,
  expect: { status: 200, json: expect.objectContaining({ ...(json as object) }) },
});

runGroup({
  name: 'entities, written',
  world: fullWorld,
  apps: { entities: 'entities' },
  rows: [
    write('texts', 'texts are assigned; isChanged and oldValue know it', [
      'Новая',
      null,
      true,
      'Первая',
      true,
    ]),
    kept('what was written is kept', 'summary,description', { summary: 'Новая', description: null }),
    write('unchanged', 'writing what is there is no change', false),
    write('comment', 'addComment adds a comment of the caller', ['Привет', 'admin', true, true, 1]),
    write('comment-as', 'addComment takes an author', 'joe'),
    write('comment-json', 'addComment takes an object', ['As JSON', 'jane']),
    write('comment-edit', 'a comment is edited and restricted; editedComments knows it', [
      'Edited',
      ['Team'],
      1,
    ]),
    write('comment-delete', 'deleting a comment marks it as deleted', true),
    kept('a deleted comment stays', 'comments(deleted)', {
      comments: expect.arrayContaining([expect.objectContaining({ deleted: true })]),
    }),
    writeAsJane('tag', 'addTag makes a private tag, removeTag takes it off, once', [
      'jane',
      true,
      'fresh',
      false,
      null,
    ]),
    write('tag-object', 'tag and untag take a tag', [false, true]),
    writeAsJane('new-tag', 'new Tag makes a tag', ['brand new', 'jane', true]),
    write('link', 'adding to a link links both ends', [['DEMO-2'], ['DEMO-1']]),
    kept('the link is there', 'links(direction,linkType(name),issues(idReadable))', {
      links: expect.arrayContaining([
        expect.objectContaining({
          direction: 'INWARD',
          issues: [expect.objectContaining({ idReadable: 'DEMO-2' })],
        }),
      ]),
    }),
    write('unlink', 'deleting from a link unlinks', []),
    write.fails('link-unknown', 'a link type that is none cannot be added to', /./),
    write('duplicates', 'duplicateRoot follows the links', 'DEMO-2'),
    write('work', 'addWorkItem: text, author, minutes, type, the day at midnight', [
      'Делал',
      'jane',
      45,
      'Testing',
      newYear - 43_200_000,
    ]),
    write('work-json', 'addWorkItem takes an object', ['JSON', 'joe', 'admin', 5, null]),
    write('work-edit', 'a work item is edited; editedWorkItems knows it', [100, 'Longer', 1]),
    write('work-delete', 'a work item is deleted', 1),
    write('attach', 'addAttachment takes a base64 data URI', ['привет.txt', 'text/plain', 12, true]),
    write('attach-json', 'addAttachment takes an object', 3),
    kept('attachments are there', 'attachments(name,size)', {
      attachments: expect.arrayContaining([expect.objectContaining({ name: 'dots.png', size: 3 })]),
    }),
    write('attach-delete', 'an attachment is deleted for good', 2),
    write('attach-clear', 'clearAttachments removes all', 0),
    write('permit', 'permitted groups and users restrict at once', [['Team'], ['lead'], false, true]),
    {
      rule: 'a restriction holds for the next request',
      source: 'entities',
      as: 'joe',
      send: 'GET /api/issues/DEMO-1',
      expect: { status: 404 },
    },
    write('permit-all', 'cleared restrictions show it to everybody', true),
    write('permit-one', 'permittedGroup is one group of permittedGroups', ['Team', ['Team'], true]),
    write('vote', 'a vote is taken back and given again', [0, 1]),
    write('watch', 'a star is added and taken away', [true, false]),
    write('new-issue', 'new Issue is reported, with default values', [
      'Сделано',
      'admin',
      true,
      true,
      true,
      'Open',
    ]),
    kept(
      'a new issue has the next number',
      'summary,description,reporter(login)',
      {
        summary: 'Сделано',
        description: 'Новое',
        reporter: expect.objectContaining({ login: 'admin' }),
      },
      'DEMO-5',
    ),
    write('new-issue-json', 'new Issue takes an object', 'jane'),
    write('new-article', 'new Article, with a parent', ['Новая статья', 'admin', 'DEMO-A-1']),
    {
      rule: 'a new article has the next number',
      source: 'entities',
      send: 'GET /api/articles/DEMO-A-3?fields=summary,parentArticle(idReadable)',
      expect: {
        json: expect.objectContaining({
          summary: 'Новая статья',
          parentArticle: expect.objectContaining({ idReadable: 'DEMO-A-1' }),
        }),
      },
    },
    write('article-comment', 'Article.addComment', ['К статье', 'jane', 'DEMO-A-1']),
    write('article-edit', 'an article is edited and tagged', ['Правка', true, true]),
    write('article-attach', 'Article.addAttachment', 1),
    write('draft', 'a draft is new and not reported', [false, true]),
    write('copy', 'copy makes another issue with the same texts and fields', [
      'Новая',
      true,
      'DEMO',
      'Major',
    ]),
    write('move', 'assigning another project moves an issue', ['OPS', 'DEMO']),
    kept('a moved issue answers to its former id', 'idReadable', { idReadable: 'OPS-2' }, 'DEMO-4'),
    write('command', 'applyCommand applies at once', 'Minor'),
    write.fails('command-bad', 'applyCommand throws for what is no command', /./),
    write.fails('readonly', 'the reporter cannot be assigned', /reporter.*read-only/i),
    write.fails('wrong-type', 'a text takes no object', /summary/),
    write.fails('assign-set', 'a set cannot be replaced', /comments.*read-only/i),
    set('add', 'Set.add adds once', ['hot', 'brand new', 'mine']),
    set('delete', 'Set.delete of what is not there does nothing', ['hot', 'brand new']),
    set('changed', 'added, removed and isChanged tell this transaction', [false, true, ['mine'], ['hot']]),
    set('undone', 'what is put back is no change', [false, []]),
    set('clear', 'clear empties', [0, ['brand new', 'mine']]),
    set.fails('add-nonsense', 'a set takes entities of its type only', /./),
    set('iterate-and-change', 'forEach visits all, though they are removed on the way', 0),
    field('set-state', 'a resolved state resolves the issue', [true, true, 'number']),
    kept('the resolved time is kept', 'resolved', { resolved: expect.any(Number) }),
    field('unset-state', 'an open state opens it again', [false, true, null]),
    field('set-enum', 'an enum field takes a value', 'Minor'),
    field('set-user', 'a user field takes a user', 'joe'),
    field('set-user-multi', 'a user field of several values adds', ['jane', 'joe', 'lead']),
    field('set-group', 'a group field takes a group', 'Testers'),
    field('set-version-multi', 'a version field of several values clears and adds', ['2.0']),
    field('set-numbers', 'number fields take numbers', [8, 0.25]),
    field('set-texts', 'text fields take texts', ['Лютик', 'Заметка']),
    field('set-dates', 'date fields take epoch milliseconds', [1767355200000, 1767268800001]),
    field('set-period', 'a period field takes toPeriod()', 3),
    kept('fields are kept', 'customFields(name,value(name,login,minutes,text))', {
      customFields: expect.arrayContaining([
        expect.objectContaining({ name: 'Priority', value: expect.objectContaining({ name: 'Minor' }) }),
        expect.objectContaining({ name: 'Assignee', value: expect.objectContaining({ login: 'joe' }) }),
        expect.objectContaining({ name: 'Points', value: 8 }),
        expect.objectContaining({ name: 'Customer', value: 'Лютик' }),
        expect.objectContaining({ name: 'Estimation', value: expect.objectContaining({ minutes: 180 }) }),
      ]),
    }),
    field('clear', 'null clears a field', [null, null, null]),
    field.fails('wrong-type', 'an integer field takes no text', /Points/),
    field.fails('wrong-value', 'a field takes no value of another field', /Priority/),
    field.fails('unknown-field', 'a field the project does not have cannot be written', /No such field/),
    field('create-value', 'createValue adds a value to the field', 'Huge'),
    field.fails('create-existing', 'createValue of a value that is there throws', /Minor/),
    field('changes', 'isChanged, oldValue, becomes, was, is: by name and by field', [
      false,
      null,
      true,
      'Huge',
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]),
    field('defaults', 'setDefaultFieldValues fills empty fields only', ['Normal', 'Open']),
  ],
});
