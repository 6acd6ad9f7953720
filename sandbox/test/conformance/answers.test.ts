import { endpoint, handler } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const path = '/api/issues/DEMO-1/extensionEndpoints/answers/work/answer';

const script = handler(
  endpoint(
    'POST answer',
    `ctx.issue.addComment('написано');
     const { code, headers = [] } = ctx.request.json();
     if (code !== undefined) ctx.response.code = code;
     for (const [name, value] of headers) ctx.response.addHeader(name, value);
     ctx.response.body = 'да';`,
    `scope: 'issue'`,
  ),
  endpoint('GET answer', 'ctx.response.json(ctx.issue.comments.size)', `scope: 'issue'`),
);

const refused = (rule: string, body: unknown): Row => ({
  rule: `${rule} is a 500 without a body`,
  source: 'chosen',
  send: `POST ${path}`,
  body,
  expect: { status: 500, text: '' },
});
const kept = (count: number): Row => ({
  rule: `${count} of the answers so far have kept what was written`,
  source: 'chosen',
  send: `GET ${path}`,
  expect: { json: count },
});
const answered = (rule: string, body: unknown, expected: Row['expect']): Row => ({
  rule,
  source: 'chosen',
  send: `POST ${path}`,
  body,
  expect: expected,
});

runGroup({
  name: 'answers that HTTP does not have',
  apps: { answers: { 'work.js': script } },
  rows: [
    ...[0, 99, 100, 199, 600, 1000, -1, 200.5, 'many', {}].map((code) =>
      refused(`the status ${JSON.stringify(code)}`, { code }),
    ),
    refused('a blank in a header name', { headers: [['X Name', 'v']] }),
    refused('an empty header name', { headers: [['', 'v']] }),
    refused('a header name in Cyrillic', { headers: [['Имя', 'v']] }),
    refused('a line break in a header value', { headers: [['X-Name', 'v\r\nSet-Cookie: a=b']] }),
    refused('a NUL in a header value', { headers: [['X-Name', 'a\u0000b']] }),
    refused('a header value in Cyrillic', { headers: [['X-Name', 'значение']] }),
    kept(0),
    answered('a status from 200 to 599 is answered', { code: 599 }, { status: 599, text: 'да' }),
    answered('204 goes without a body', { code: 204 }, { status: 204, text: '' }),
    answered(
      'the server says itself how long a body is',
      {
        headers: [
          ['Content-Length', '1'],
          ['Transfer-Encoding', 'chunked'],
        ],
      },
      { status: 200, text: 'да' },
    ),
    kept(3),
  ],
});
