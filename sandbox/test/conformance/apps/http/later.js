const http = require('@jetbrains/youtrack-scripting-api/http');

const connect = () => new http.Connection('https://echo.example');
const start = (path, send) => ({ method: 'POST', path, scope: 'issue', handle: (ctx) => { ctx.store('issue', ctx.issue); ctx.store('path', path); send(connect(), ctx); ctx.response.json({ value: 'sent' }); } });

exports.httpHandler = {
  endpoints: [
    start('get', (connection) => connection.getAsync('/echo', { a: '1' }, 'onResponse')),
    start('delete', (connection) => connection.deleteAsync('/echo', null, 'onResponse')),
    start('post', (connection) => connection.postAsync('/echo', null, { b: 2 }, 'onResponse')),
    start('put', (connection) => connection.putAsync('/echo', null, 'text', 'onResponse')),
    start('patch', (connection) => connection.patchAsync('/echo', null, 'text', 'onResponse')),
    start('do', (connection) => connection.doAsync('POST', '/echo', [{ name: 'a', value: '1' }], 'text', 'onResponse')),
    start('failing', (connection) => connection.getAsync('/status/500', null, 'onResponse')),
    start('unreachable', () => new http.Connection('http://127.0.0.1:1').getAsync('/', null, 'onResponse')),
    start('secret', (connection, ctx) => connection.bearerAuth(ctx.settings.token).getAsync('/echo', null, 'onHeader')),
    { method: 'POST', path: 'unknown', handle: () => { connect().getAsync('/echo', null, 'nowhere'); }, scope: 'issue' },
    { method: 'POST', path: 'twice', handle: () => { connect().getAsync('/echo', null, 'onResponse'); connect().getAsync('/echo', null, 'onResponse'); }, scope: 'issue' },
    { method: 'POST', path: 'undone', handle: (ctx) => { ctx.store('issue', ctx.issue); ctx.store('path', 'undone'); connect().getAsync('/echo', null, 'onResponse'); throw new Error('no'); }, scope: 'issue' },
    { method: 'GET', path: 'answer', scope: 'issue', handle: (ctx) => ctx.response.json({ value: ctx.issue.description ?? null }) },
  ],
  asyncFunctions: {
    onResponse: (ctx) => {
      const { response } = ctx;
      const body = response.isSuccess ? response.json() : {};
      ctx.load('issue').description = [ctx.load('path'), response.code, response.isSuccess, response.exception ? 'exception' : '', body.method, JSON.stringify(body.query), body.body].join(' ');
    },
    onHeader: (ctx) => { ctx.load('issue').description = ctx.response.json().headers.authorization; },
  },
};
