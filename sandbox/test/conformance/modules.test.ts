import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld, newYear } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';
import type { SourceName } from './sources.ts';

const app = 'extensionEndpoints/modules';
const text = (source: SourceName) => ask({ at: `GET /api/${app}/text/`, source });
const time = ask({ at: `GET /api/${app}/time/`, source: 'dateTime' });
const timeOfJane = ask({ at: `GET /api/${app}/time/`, source: 'dateTime', as: 'jane' });
const messages = (source: SourceName) => ask({ at: `POST /api/issues/DEMO-1/${app}/messages/`, source });
const mail = messages('notifications');

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const failing = (rule: string, path: string): Row => ({
  rule,
  source: 'seen',
  send: `POST /api/issues/DEMO-1/${app}/messages/${path}`,
  expect: { status: 500, text: '' },
});
const looks = (rule: string, path: string, json: unknown, source: SourceName): Row => ({
  rule,
  source,
  send: `GET /api/_sandbox/${path}`,
  expect: { json },
});
const sentTo = (address: string, subject: string) => expect.objectContaining({ to: [address], subject });

runGroup({
  name: 'date-time, strings, cache, license, notifications, workflow, console',
  world: fullWorld,
  apps: { modules: 'modules' },
  rows: [
    text('strings')('levenshtein', 'getLevenshteinDistance counts edits', [3, 3, 3]),
    text('strings')('md5', 'md5 of UTF-8, in hexadecimal', [
      '900150983cd24fb0d6963f7d28e17f72',
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]),
    text('published')('cache', 'a cache makes a value once and drops the oldest', [
      'a1',
      'a1',
      'b2',
      'c3',
      'a4',
    ]),
    text('published')('cache-clear', 'clear empties it', 'fresh'),
    text('published').fails('cache-size', 'a cache needs a size', /Size should be positive/),
    text('published').fails('cache-key', 'and a text as key', /Key is not a string/),
    text('license')('license', 'licenseInfo has what is documented', [
      expect.stringMatching(/^20\d\d\.\d/),
      'string',
      'boolean',
      'boolean',
      'boolean',
      expect.any(Number),
      'number',
      'number',
      'number',
      'number',
      'number',
      'number',
    ]),
    time('format', 'format takes patterns of SimpleDateFormat and a time zone', [
      '2026-01-01 12:00',
      '2026-01-01T13:00:00.000+0100',
      '01.01.26',
      '1 Jan 2026',
      '7:00 AM',
    ]),
    time('format-date', 'format takes a Date', '2026-01-01'),
    time('format-text', 'format takes a text', '2026-01-01 12:00'),
    time('format-default', 'without a pattern there is one', 'string'),
    timeOfJane('format-profile', "without a time zone the caller's counts", '13:00'),
    time('parse', 'parse takes one pattern or several, and a time zone', [
      newYear,
      newYear,
      newYear - 12 * hour,
      newYear,
    ]),
    time.fails('parse-bad', 'parse of what does not match throws', /yesterday/),
    time('after', 'after takes milliseconds, a text, a period', [1000, day, 7 * day + 2 * hour, 30 * minute]),
    time('before', 'before goes back', [1000, day, 18 * day + 3 * hour + 15 * minute]),
    time('period', 'toPeriod reads weeks, days, hours, minutes', [2, 4, 3, 15]),
    time('period-ms', 'toPeriod of a number is milliseconds', [3, 0]),
    time('period-text-ms', 'so is a text of digits', 30),
    time.fails('period-bad', 'toPeriod of what is no period throws', /./),
    mail('send', 'sendEmail sends a mail', 'sent'),
    looks(
      'the mail has everything',
      'outbox',
      [
        expect.objectContaining({
          app: 'modules',
          fromName: 'Жанна Роу',
          to: ['user1@example.com', 'user2@example.com'],
          cc: ['user3@example.com'],
          bcc: ['user4@example.com'],
          subject: 'New comment in DEMO-1',
          body: '<div>Привет</div>',
          headers: { 'X-Custom-Header': 'Important value' },
          issue: 'DEMO-1',
        }),
      ],
      'notifications',
    ),
    {
      rule: 'the outbox is emptied',
      source: 'chosen',
      send: 'DELETE /api/_sandbox/outbox',
      expect: { status: 200 },
    },
    mail('send-short', 'one address may be a text', 'sent', 'published'),
    mail.fails('send-nobody', 'without recipients it throws', /recipient/, 'published'),
    mail.fails('send-nothing', 'without a message it throws', /Message/, 'published'),
    failing('an exception after sending', 'send-undone'),
    messages('entities')('notify', 'User.notify mails the address of the profile', 'sent'),
    messages('entities')('notify-json', 'User.notify takes an object', 'sent'),
    messages('entities')('notify-own', 'own changes are not told, unless asked for; sendMail is', 'sent'),
    messages('entities')('notify-group', 'notifyAllUsers mails every member', 'sent'),
    looks(
      'what was undone is not sent',
      'outbox',
      [
        sentTo('one@example.com', 'Short'),
        sentTo('jane@example.com', 'Тема'),
        sentTo('jane@example.com', 'JSON'),
        sentTo('ada@example.com', 'Own mail'),
        sentTo('joe@example.com', 'To all'),
        sentTo('jane@example.com', 'To all'),
      ],
      'notifications',
    ),
    messages('workflow')('message', 'workflow.message shows a message', 'shown'),
    failing('an exception after a message', 'message-undone'),
    looks(
      'only the first is shown',
      'messages',
      [expect.objectContaining({ text: 'Сообщение' })],
      'workflow',
    ),
    messages('workflow')('check-true', 'workflow.check of what is true passes', 'passed'),
    messages('workflow').fails('check-false', 'else it throws the message', /Только исполнитель/),
    failing('a check that fails', 'check-rolls-back'),
    {
      rule: 'rolls all changes back',
      source: 'workflow',
      send: 'GET /api/issues/DEMO-1?fields=summary',
      expect: { json: { summary: 'Первая', $type: 'Issue' } },
    },
    messages('workflow')('i18n', 'i18n gives the text itself, its places filled', [
      'Текст',
      'Issue DEMO-1 of jane',
      '{2}',
    ]),
    messages('workflow').fails('i18n-check', 'such a text is a message', /Not DEMO-1/),
    {
      rule: 'a script writes to the console',
      source: 'tools',
      send: `POST /api/issues/DEMO-1/${app}/messages/console`,
      expect: { status: 200 },
    },
    {
      rule: "console's lines are in the app's log with their level and script",
      source: 'tools',
      send: 'GET /api/admin/apps/modules/logs?fields=script,level,message&$top=6',
      expect: {
        json: expect.arrayContaining(
          (
            [
              ['INFO', expect.stringContaining('слово 1')],
              ['INFO', 'info'],
              ['WARN', 'warn'],
              ['ERROR', expect.stringContaining('why')],
              ['DEBUG', 'debug'],
            ] as const
          ).map(([level, message]) => expect.objectContaining({ script: 'messages', level, message })),
        ),
      },
    },
  ],
});
