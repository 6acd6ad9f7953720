import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const app = 'extensionEndpoints/later/steps';
const start = ask({ at: `POST /api/issues/DEMO-2/${app}/`, source: 'asyncFunctions' });
const startElsewhere = ask({ at: `POST /api/issues/DEMO-1/${app}/`, source: 'asyncFunctions' });
const planned = 'planned';
const minute = 60_000;
const day = 24 * 60 * minute;

const wait = (advanceMs: number): Row => ({
  rule: `${advanceMs} ms go by`,
  source: 'chosen',
  send: 'POST /api/_sandbox/clock',
  body: { advanceMs },
  expect: { status: 200 },
});
const noted = (rule: string, description: unknown, issue = 'DEMO-2'): Row => ({
  rule,
  source: 'asyncFunctions',
  send: `GET /api/issues/${issue}?fields=description`,
  expect: { json: { description, $type: 'Issue' } },
});
const rest = (rule: string, send: string, body?: unknown): Row => ({
  rule,
  source: 'asyncFunctions',
  send,
  ...(body === undefined ? {} : { body }),
  expect: { status: 200 },
});
const blank = rest('the notes are wiped', 'POST /api/issues/DEMO-2', { description: null });

runGroup({
  name: 'async functions',
  world: fullWorld,
  apps: { later: 'later' },
  rows: [
    start('at-once', 'without a delay a function runs soon', planned),
    wait(1),
    noted('in a transaction of its own, with the issue and the user', 'told admin;'),
    blank,
    start('in-a-minute', 'a delay in milliseconds', planned),
    wait(minute - 1000),
    noted('before its time nothing happens', null),
    wait(1000),
    noted('then it does', 'minute admin;'),
    blank,
    start('values', 'store keeps texts, numbers, booleans, null, entities', planned),
    rest('meanwhile the issue is changed', 'POST /api/issues/DEMO-2', { summary: 'Changed' }),
    wait(minute),
    noted('load gives them back; entities are as they are now', 'слово 1.5 false  admin Changed Second ;'),
    blank,
    start.fails('object', 'an object cannot be stored', /object/),
    start.fails('list', 'nor a list', /list/),
    start.fails('date', 'nor a date', /date/, 'chosen'),
    start.fails('set', 'nor a set', /tags/, 'chosen'),
    start('load-at-once', 'what is stored can be loaded at once; what is not is nothing', planned, 'chosen'),
    start.fails('twice', 'one execution schedules one function', /only one/),
    start.fails('unknown', 'a function that is not declared is refused, naming it', /nowhere/),
    start.fails('too-late', 'a delay beyond a week is refused', /week/),
    wait(10),
    blank,
    start('a-week', 'a week is allowed', planned),
    wait(7 * day),
    noted('and comes', 'week admin;'),
    blank,
    start('chain', 'a function may schedule the next', planned),
    wait(1),
    noted('the first step', 'step 1;'),
    wait(5000),
    noted('and so on; values go along and may change', 'step 1;step 2;step 3;'),
    start('endless', 'a chain that does not end', planned),
    wait(100),
    noted('is stopped after 10 hops', 'hops 10 then refused'),
    blank,
    start('debounce?text=first', 'a deduplication key', planned),
    start('debounce?text=second', 'replaces what waits under the same key', planned),
    startElsewhere('debounce?text=other', 'and nothing under another', planned),
    wait(3000),
    noted('the last one ran, once', 'second admin;'),
    noted('the other ran too', 'Подробностиother admin;', 'DEMO-1'),
    blank,
    start('failing', 'a function that throws', planned),
    wait(10),
    noted('is undone', null),
    {
      rule: 'and is in the log',
      source: 'chosen',
      send: 'GET /api/admin/apps/later/logs?fields=level,script,message&$top=5',
      expect: {
        json: expect.arrayContaining([
          expect.objectContaining({
            level: 'ERROR',
            script: 'steps',
            message: expect.stringContaining('не вышло'),
          }),
        ]),
      },
    },
    start('own-transaction', 'a fresh context', planned),
    wait(10),
    noted('has no request and no response', 'isNew false true true;'),
    blank,
    {
      rule: 'a handler that throws',
      source: 'asyncFunctions',
      send: `POST /api/issues/DEMO-2/${app}/throws`,
      expect: { status: 500 },
    },
    wait(1000),
    noted('schedules nothing', null),
    {
      rule: 'a GET may schedule',
      source: 'chosen',
      send: `GET /api/issues/DEMO-2/${app}/from-get`,
      expect: { status: 200 },
    },
    wait(2000),
    noted('what it may not write itself', 'from GET admin;'),
    blank,
    {
      rule: 'an async handler may schedule',
      source: 'chosen',
      send: `POST /api/issues/DEMO-2/${app}/async-handler`,
      expect: { status: 200 },
    },
    wait(10),
    noted('too', 'awaited admin;'),
    rest('the reference’s debounce: a change', 'POST /api/issues/DEMO-2', { summary: 'debounce 1' }),
    rest('another within its delay', 'POST /api/issues/DEMO-2', { summary: 'debounce 2' }),
    wait(1000),
    noted('nothing yet', 'awaited admin;'),
    wait(2000),
    noted('one call, with the issue as it is now', 'Processed by admin debounce 2'),
    blank,
    rest('the reference’s retry: a change', 'POST /api/issues/DEMO-2', { summary: 'retry' }),
    wait(3 * minute),
    {
      rule: 'gives up after three attempts',
      source: 'asyncFunctions',
      send: 'GET /api/issues/DEMO-2/comments?fields=text',
      expect: { json: [{ text: 'Description was still empty after 3 attempts.', $type: 'IssueComment' }] },
    },
    start('in-a-minute', 'a function waits', planned),
    rest('the app is switched off meanwhile', 'POST /api/admin/apps/later/globalConfig', { enabled: false }),
    wait(2 * minute),
    noted('then it is skipped', null),
    rest('the app is switched on', 'POST /api/admin/apps/later/globalConfig', { enabled: true }),
    { ...start('in-a-minute', 'a function of jane waits', planned), as: 'jane' },
    rest('jane is banned meanwhile', 'POST /api/users/jane', { banned: true }),
    wait(2 * minute),
    noted('then it is skipped too', null),
    start('in-a-minute', 'a function waits again', planned),
    rest('the app is deleted', 'DELETE /api/admin/apps/later'),
    wait(2 * minute),
    noted('then nothing runs', null),
  ],
});
