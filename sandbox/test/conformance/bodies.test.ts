import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Expectation, Row } from './row.ts';
import { runGroup } from './run-group.ts';
import type { SourceName } from './sources.ts';
import { startEcho } from './start-echo.ts';

const at = '/api/extensionEndpoints/bodies/body/';
const post = ask({ at: `POST ${at}`, source: 'request' });
const call = (rule: string, send: string, expectation: Expectation, source: SourceName = 'request'): Row => ({
  rule,
  source,
  send: send.replace(' ', ` ${at}`),
  expect: expectation,
});

runGroup({
  name: 'bodies and streams',
  world: fullWorld,
  prepare: startEcho,
  apps: { bodies: 'bodies' },
  rows: [
    {
      ...call('a body goes back as a stream', 'POST back', { status: 200, text: 'привет 🦊' }),
      body: 'привет 🦊',
    },
    call('an attachment is answered as a stream', 'GET file', {
      text: 'привет',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    }),
    call('so is the answer of another service', 'GET proxy', { text: 'привет' }),
    {
      ...post('attach-body', 'a body is attached as it came', [
        12,
        expect.stringMatching(/0L\/RgNC40LLQtdGC$/),
      ]),
      body: 'привет',
    },
    post('attach-answer', 'an answer of another service is attached', 12, 'http'),
    post('send-file', 'an attachment is sent to another service', [true, true, true], 'http'),
    {
      ...call('the body can be consumed once', 'POST twice', { text: /consumed|object/ }, 'seen'),
      body: 'once',
    },
    {
      ...post('text-then-json', 'text and json() read the same body', [7, { a: 1 }], 'chosen'),
      body: '{"a":1}',
    },
    call('an entity in JSON is what it is known by', 'GET entity', { json: 'Open' }, 'chosen'),
    call(
      'within other values, too; sets are arrays',
      'GET nested',
      {
        json: {
          issue: 'DEMO-1',
          tags: ['hot'],
          when: '1970-01-01T00:00:00.000Z',
          nothing: null,
          list: [null, null],
          big: Number.MAX_SAFE_INTEGER,
        },
      },
      'chosen',
    ),
    call('a content type set later wins', 'GET content-type', {
      headers: { 'content-type': 'application/hal+json' },
    }),
    call('any content type can be set', 'GET html', {
      text: '<p>Привет</p>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
    call(
      'the last answer wins',
      'GET last-wins',
      { json: { second: true }, headers: { 'content-type': 'application/json' } },
      'chosen',
    ),
    call('a code that is text of digits is a code', 'GET code-text', { status: 201, text: 'made' }, 'chosen'),
    call('a code that is none fails', 'GET code-nonsense', { status: 500 }, 'chosen'),
    call(
      'a header cannot smuggle another',
      'GET header-newline',
      { status: 500, headers: { 'set-cookie': null } },
      'chosen',
    ),
    call('addHeader returns the response', 'GET chain', {
      status: 202,
      text: 'chained',
      headers: { 'x-a': '1', 'x-b': '2' },
    }),
    call(
      'absent parameters are an empty list',
      'GET parameters?a=1',
      { json: { value: [0, '1', 1] } },
      'chosen',
    ),
    call('any text is answered in UTF-8', 'GET emoji', { text: '🦊 \u0000 ы' }, 'chosen'),
    call('a large answer arrives', 'GET large', { status: 200, text: 'ы'.repeat(1_000_000) }, 'chosen'),
    {
      ...call('a DELETE may have a body', 'DELETE with-body', { json: { value: 'слово' } }, 'chosen'),
      body: 'слово',
    },
    { ...call('PUT reads JSON', 'PUT json', { json: { value: { ключ: [] } } }), body: { ключ: [] } },
  ],
});
