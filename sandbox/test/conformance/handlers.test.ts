import { expect } from '@jest/globals';
import { endpoint, handler } from '../support/pack-app.ts';
import { runGroup } from './run-group.ts';

const shapes = ['issue', 'article', 'project', 'user', 'global'] as const;
const describeCall = `ctx.response.json({
  scope: ctx.issue ? 'issue' : ctx.article ? 'article' : ctx.user ? 'user' : ctx.project ? 'project' : 'global',
  id: ctx.issue ? ctx.issue.id : ctx.article ? ctx.article.id : ctx.user ? ctx.user.login : ctx.project ? ctx.project.key : null,
  project: ctx.project ? ctx.project.key : null,
  me: ctx.currentUser.login,
})`;
const scripts = Object.fromEntries(
  shapes.map((scope) => [
    `${scope}.js`,
    handler(
      ...['GET', 'POST', 'PUT', 'DELETE'].map((method) =>
        endpoint(`${method} who`, describeCall, `scope: '${scope}'`),
      ),
    ),
  ]),
);
const echo = handler(
  endpoint(
    'POST echo',
    'ctx.response.json({ body: ctx.request.body, path: ctx.request.path, fullPath: ctx.request.fullPath, method: ctx.request.method })',
  ),
  endpoint('POST size', 'ctx.response.json({ length: ctx.request.body.length })'),
  endpoint('GET empty-body', 'ctx.response.json({ body: ctx.request.body })'),
  endpoint('POST json', 'ctx.response.json(ctx.request.json())'),
  endpoint(
    'POST json-caught',
    'try { ctx.request.json(); ctx.response.text("parsed"); } catch (e) { ctx.response.code = 400; ctx.response.text("threw"); }',
  ),
  endpoint(
    'GET parameters',
    'ctx.response.json({ names: Array.from(ctx.request.parameterNames), a: ctx.request.getParameter("a"), all: Array.from(ctx.request.getParameters("a")), none: ctx.request.getParameter("none") == null })',
  ),
  endpoint(
    'GET headers',
    'const h = ctx.request.headers.filter((x) => x.name.toLowerCase() === "x-mine"); ctx.response.json(h.map((x) => x.value))',
  ),
  endpoint('GET inner/slash', 'ctx.response.text("inner")'),
  endpoint('GET /leading', 'ctx.response.text("leading")'),
  endpoint('GET wörter', 'ctx.response.text("wörter")'),
);
const answers = handler(
  endpoint('GET default', ''),
  endpoint('GET code', 'ctx.response.code = 418; ctx.response.text("teapot")'),
  endpoint('GET status', 'ctx.response.status = 418; ctx.response.text("still 200")'),
  endpoint('GET none', 'ctx.response.code = 204'),
  endpoint('GET json', 'ctx.response.json({ "слово": [1, null, true] })'),
  endpoint('GET text', 'ctx.response.text("слово")'),
  endpoint('GET body', 'ctx.response.body = "raw"'),
  endpoint(
    'GET header',
    'ctx.response.addHeader("X-One", "1").addHeader("X-One", "2"); ctx.response.text("x")',
  ),
  endpoint(
    'GET header-removed',
    'ctx.response.addHeader("X-One", "1"); ctx.response.addHeader("X-One", null); ctx.response.text("x")',
  ),
  endpoint('GET returned', 'return { not: "answered" }'),
  endpoint('GET throws', 'ctx.response.text("half"); throw new Error("слово")'),
  endpoint('GET rejects', 'return Promise.reject(new Error("later"))'),
  endpoint('GET awaited', 'return Promise.resolve().then(() => { ctx.response.json({ late: true }); })'),
  endpoint('GET forever', 'for (;;) {}'),
);
const loose = `exports.httpHandler = { endpoints: [
  { scope: 'ISSUE', method: 'get', path: 'loose', handle: (ctx) => ctx.response.text(ctx.issue.id) },
  { scope: 'Issue', method: 'GET', path: 'first', handle: (ctx) => ctx.response.text('first') },
] };`;

const app = 'extensionEndpoints/shapes';
const base = `/api/${app}`;

runGroup({
  name: 'HTTP handlers',
  apps: {
    shapes: {
      ...scripts,
      'echo.js': echo,
      'answers.js': answers,
      'loose.js': loose,
      'library.js': 'exports.x = 1;',
    },
  },
  rows: [
    ...['GET', 'POST', 'PUT', 'DELETE'].map((method) => ({
      rule: `the method ${method} reaches its endpoint`,
      source: 'request' as const,
      send: `${method} /api/issues/DEMO-1/${app}/issue/who`,
      expect: { status: 200, json: { scope: 'issue', id: 'DEMO-1', project: 'DEMO', me: 'admin' } },
    })),
    {
      rule: 'the article scope has article and project',
      source: 'handler',
      send: `GET /api/articles/DEMO-A-1/${app}/article/who`,
      expect: { json: { scope: 'article', id: 'DEMO-A-1', project: 'DEMO', me: 'admin' } },
    },
    {
      rule: 'the project scope has the project',
      source: 'handler',
      send: `GET /api/admin/projects/DEMO/${app}/project/who`,
      expect: { json: { scope: 'project', id: 'DEMO', project: 'DEMO', me: 'admin' } },
    },
    {
      rule: 'the user scope has the user and no project',
      source: 'handler',
      send: `GET /api/users/jane/${app}/user/who`,
      expect: { json: { scope: 'user', id: 'jane', project: null, me: 'admin' } },
    },
    {
      rule: 'the global scope has no entity',
      source: 'handler',
      send: `GET ${base}/global/who`,
      expect: { json: { scope: 'global', id: null, project: null, me: 'admin' } },
    },
    {
      rule: 'a former readable id keeps working',
      source: 'handler',
      send: `GET /api/issues/OLD-7/${app}/issue/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO-1' }) },
    },
    {
      rule: 'letter case of an issue id does not matter',
      source: 'chosen',
      send: `GET /api/issues/demo-1/${app}/issue/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO-1' }) },
    },
    {
      rule: 'letter case of a project key does not matter',
      source: 'chosen',
      send: `GET /api/admin/projects/demo/${app}/project/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO' }) },
    },
    {
      rule: 'an internal issue id works',
      source: 'handler',
      send: `GET /api/issues/2-1/${app}/issue/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO-1' }) },
    },
    {
      rule: 'an internal article id works',
      source: 'handler',
      send: `GET /api/articles/144-1/${app}/article/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO-A-1' }) },
    },
    {
      rule: 'an internal user id works',
      source: 'handler',
      send: `GET /api/users/1-1/${app}/user/who`,
      expect: { json: expect.objectContaining({ id: 'admin' }) },
    },
    {
      rule: 'a percent-encoded id is decoded',
      source: 'chosen',
      send: `GET /api/issues/DEMO%2D1/${app}/issue/who`,
      expect: { json: expect.objectContaining({ id: 'DEMO-1' }) },
    },
    {
      rule: 'a handler of another scope is not found',
      source: 'handler',
      send: `GET /api/issues/DEMO-1/${app}/article/who`,
      expect: { status: 404 },
    },
    {
      rule: 'an issue handler is not found without an issue',
      source: 'handler',
      send: `GET ${base}/issue/who`,
      expect: { status: 404 },
    },
    {
      rule: 'an issue that is nowhere is not found',
      source: 'handler',
      send: `GET /api/issues/DEMO-99/${app}/issue/who`,
      expect: { status: 404, json: { error: 'Not Found', error_description: expect.any(String) } },
    },
    {
      rule: 'an app that is nowhere is not found',
      source: 'seen',
      send: 'GET /api/extensionEndpoints/nowhere/global/who',
      expect: { status: 404 },
    },
    {
      rule: 'a handler that is nowhere is not found',
      source: 'seen',
      send: `GET ${base}/nowhere/who`,
      expect: { status: 404 },
    },
    {
      rule: 'a library is no handler',
      source: 'seen',
      send: `GET ${base}/library/who`,
      expect: { status: 404 },
    },
    {
      rule: 'a path that is nowhere is not found',
      source: 'seen',
      send: `GET ${base}/global/nowhere`,
      expect: { status: 404 },
    },
    {
      rule: 'a path must match as a whole',
      source: 'seen',
      send: `GET ${base}/global/who/more`,
      expect: { status: 404 },
    },
    {
      rule: 'a path matches in its letter case',
      source: 'seen',
      send: `GET ${base}/global/WHO`,
      expect: { status: 404 },
    },
    {
      rule: 'a method that a path has no endpoint for is refused with those that it has',
      source: 'chosen',
      send: `DELETE ${base}/answers/json`,
      expect: { status: 405, headers: { allow: 'GET' } },
    },
    {
      rule: 'to who may not call the path it is not found, whatever the method',
      source: 'chosen',
      as: 'joe',
      send: `DELETE /api/issues/DEMO-3/${app}/issue/who`,
      expect: { status: 404, headers: { allow: null } },
    },
    {
      rule: 'PATCH is no method of handlers',
      source: 'request',
      send: `PATCH ${base}/global/who`,
      expect: { status: 405, headers: { allow: 'GET, POST, PUT, DELETE' } },
    },
    {
      rule: 'a path may have inner slashes',
      source: 'seen',
      send: `GET ${base}/echo/inner/slash`,
      expect: { text: 'inner' },
    },
    {
      rule: 'a leading slash of an endpoint path does not count',
      source: 'seen',
      send: `GET ${base}/echo/leading`,
      expect: { text: 'leading' },
    },
    {
      rule: 'a path is matched exactly: a slash at its end makes it another one',
      source: 'seen',
      send: `GET ${base}/echo/leading/`,
      expect: { status: 404 },
    },
    {
      rule: 'a path may be beyond ASCII',
      source: 'chosen',
      send: `GET ${base}/echo/${encodeURIComponent('wörter')}`,
      expect: { text: 'wörter' },
    },
    {
      rule: 'scope names count in any letter case',
      source: 'seen',
      send: `GET /api/issues/DEMO-1/${app}/loose/first`,
      expect: { text: 'first' },
    },
    {
      rule: 'method names count in any letter case',
      source: 'chosen',
      send: `GET /api/issues/DEMO-1/${app}/loose/loose`,
      expect: { text: 'DEMO-1' },
    },
    {
      rule: 'malformed percent-encoding is refused',
      source: 'chosen',
      send: `GET ${base}/echo/%zz`,
      expect: { status: 400, json: { error: 'Bad Request', error_description: expect.any(String) } },
    },
    {
      rule: 'the body is a string, the path is that of the endpoint',
      source: 'request',
      send: `POST ${base}/echo/echo`,
      body: 'слово',
      expect: {
        json: { body: 'слово', path: 'echo', fullPath: expect.stringContaining('echo'), method: 'POST' },
      },
    },
    {
      rule: 'no body is an empty string',
      source: 'seen',
      send: `GET ${base}/echo/empty-body`,
      expect: { json: { body: '' } },
    },
    {
      rule: 'a body of a megabyte arrives',
      source: 'chosen',
      send: `POST ${base}/echo/size`,
      body: 'x'.repeat(1_000_000),
      expect: { json: { length: 1_000_000 } },
    },
    {
      rule: "a body beyond the server's limit is refused",
      source: 'chosen',
      send: `POST ${base}/echo/size`,
      body: 'x'.repeat(33 * 1024 * 1024),
      expect: { status: 413 },
    },
    {
      rule: 'json() reads the body',
      source: 'request',
      send: `POST ${base}/echo/json`,
      body: { ключ: [1, { a: null }] },
      expect: { json: { ключ: [1, { a: null }] } },
    },
    {
      rule: 'json() of an empty body throws',
      source: 'seen',
      send: `POST ${base}/echo/json-caught`,
      expect: { status: 400, text: 'threw' },
    },
    {
      rule: 'json() of malformed JSON throws',
      source: 'seen',
      send: `POST ${base}/echo/json-caught`,
      body: '{"a":',
      expect: { status: 400, text: 'threw' },
    },
    {
      rule: 'uncaught, json() of malformed JSON is a 500',
      source: 'seen',
      send: `POST ${base}/echo/json`,
      body: '{"a":',
      expect: { status: 500, text: '' },
    },
    {
      rule: 'parameters come decoded, several of one name too',
      source: 'request',
      send: `GET ${base}/echo/parameters?a=1%202&b=x&a=${encodeURIComponent('да')}`,
      expect: { json: { names: ['a', 'b'], a: '1 2', all: ['1 2', 'да'], none: true } },
    },
    {
      rule: 'a plus in a query is a blank',
      source: 'chosen',
      send: `GET ${base}/echo/parameters?a=1+2`,
      expect: { json: expect.objectContaining({ a: '1 2' }) },
    },
    {
      rule: 'request headers are name and value',
      source: 'request',
      send: `GET ${base}/echo/headers`,
      headers: { 'X-Mine': 'one' },
      expect: { json: ['one'] },
    },
    {
      rule: 'without anything set the answer is 200',
      source: 'request',
      send: `GET ${base}/answers/default`,
      expect: { status: 200 },
    },
    {
      rule: 'response.code sets the status',
      source: 'request',
      send: `GET ${base}/answers/code`,
      expect: { status: 418, text: 'teapot' },
    },
    {
      rule: 'response.status does nothing',
      source: 'seen',
      send: `GET ${base}/answers/status`,
      expect: { status: 200, text: 'still 200' },
    },
    {
      rule: 'code 204 without a body',
      source: 'seen',
      send: `GET ${base}/answers/none`,
      expect: { status: 204, text: '' },
    },
    {
      rule: 'json() sets the content type',
      source: 'request',
      send: `GET ${base}/answers/json`,
      expect: { json: { слово: [1, null, true] }, headers: { 'content-type': 'application/json' } },
    },
    {
      rule: 'text() sets the content type',
      source: 'request',
      send: `GET ${base}/answers/text`,
      expect: { text: 'слово', headers: { 'content-type': 'text/plain' } },
    },
    {
      rule: 'response.body is answered as it is',
      source: 'request',
      send: `GET ${base}/answers/body`,
      expect: { text: 'raw' },
    },
    {
      rule: 'of one header the last value persists',
      source: 'request',
      send: `GET ${base}/answers/header`,
      expect: { headers: { 'x-one': '2' } },
    },
    {
      rule: 'null removes a header',
      source: 'request',
      send: `GET ${base}/answers/header-removed`,
      expect: { headers: { 'x-one': null } },
    },
    {
      rule: 'what a handler returns is not answered',
      source: 'chosen',
      send: `GET ${base}/answers/returned`,
      expect: { status: 200, text: '' },
    },
    {
      rule: 'an uncaught exception is a 500 with an empty body',
      source: 'seen',
      send: `GET ${base}/answers/throws`,
      expect: { status: 500, text: '' },
    },
    {
      rule: 'a rejected promise is a 500 with an empty body',
      source: 'seen',
      send: `GET ${base}/answers/rejects`,
      expect: { status: 500, text: '' },
    },
    {
      rule: 'the answer is sent when the promise settles',
      source: 'seen',
      send: `GET ${base}/answers/awaited`,
      expect: { json: { late: true } },
    },
    {
      rule: 'an endless loop is stopped',
      source: 'chosen',
      send: `GET ${base}/answers/forever`,
      expect: { status: 500, text: '' },
    },
    {
      rule: 'after an endless loop the server lives on',
      source: 'chosen',
      send: `GET ${base}/answers/text`,
      expect: { status: 200, text: 'слово' },
    },
    {
      rule: 'what a handler throws is in the log with its place',
      source: 'chosen',
      send: 'GET /api/admin/apps/shapes/logs?fields=script,level,message&$top=1',
      expect: { json: [expect.objectContaining({ script: 'answers', level: 'ERROR' })] },
    },
    {
      rule: 'a detached app is not found in its project',
      source: 'handler',
      send: 'DELETE /api/admin/projects/OPS/appConfigurations/shapes',
      expect: { status: 200 },
    },
    {
      rule: 'an issue of a project without the app: 404',
      source: 'handler',
      send: `GET /api/issues/OPS-1/${app}/issue/who`,
      expect: { status: 404 },
    },
    {
      rule: 'an article of a project without the app: 404',
      source: 'handler',
      send: `GET /api/articles/OPS-A-1/${app}/article/who`,
      expect: { status: 404 },
    },
    {
      rule: 'a project without the app: 404',
      source: 'handler',
      send: `GET /api/admin/projects/OPS/${app}/project/who`,
      expect: { status: 404 },
    },
    {
      rule: 'global endpoints do not depend on attachment',
      source: 'handler',
      send: `GET ${base}/global/who`,
      expect: { status: 200 },
    },
  ],
});
