const http = require('@jetbrains/youtrack-scripting-api/http');
const { answering } = require('./answer');

const base = 'https://echo.example';
const call = answering('POST');
const connect = (url) => new http.Connection(url === undefined ? base : url);
/** What the service was told, as far as it does not depend on the client's own headers. */
const told = (response) => { const { method, path, query, body } = response.json(); return { method, path, query, body }; };
const header = (response, name) => response.json().headers[name];

module.exports = { get httpHandler() { return handler; } };

const handler = {
  endpoints: [
    call('get', () => told(connect().getSync('/echo'))),
    call('head', () => { const response = connect().headSync('/echo'); return [response.code, response.response]; }),
    call('post', () => told(connect().postSync('/echo', null, 'тело'))),
    call('put', () => told(connect().putSync('/echo', [], 'body'))),
    call('patch', () => told(connect().patchSync('/echo', null, 'body'))),
    call('delete', () => told(connect().deleteSync('/echo'))),
    call('options', () => told(connect().optionsSync('/echo'))),
    call('do', () => told(connect().doSync('PUT', '/echo', [{ name: 'a', value: '1' }], 'body'))),
    call('types', () => Object.values(http.REQUEST_TYPES).sort()),
    call('url-in-call', () => told(connect('').getSync(base + '/echo'))),
    call('url-missing', () => told(new http.Connection().getSync(base + '/echo'))),
    call('joined', () => ['echo', '/echo'].map((uri) => [base, base + '/'].map((url) => connect(url).getSync(uri).json().path))),
    call('base-path', () => connect(base + '/api/v1').getSync('items/1').json().path),
    call('query-object', () => connect().getSync('/echo', { a: '1 2', b: ['x', 'да'] }).json().query),
    call('query-list', () => connect().getSync('/echo', [{ name: 'a', value: '1' }, { name: 'a', value: '2' }]).json().query),
    call('query-in-uri', () => connect().getSync('/echo?a=1', { b: '2' }).json().query),
    call('query-empty-text', () => connect().getSync('/echo', '').code),
    call('query-text', () => connect().getSync('/echo', 'a=1')),
    call('form', () => { const response = connect().postSync('/echo', { a: '1 2', b: 'да' }); return [told(response), header(response, 'content-type')]; }),
    call('form-put', () => told(connect().putSync('/echo', { a: '1' }))),
    call('query-and-payload', () => told(connect().postSync('/echo', { a: '1' }, 'body'))),
    call('json-payload', () => told(connect().addHeader('Content-Type', 'application/json').postSync('/echo', null, { ключ: [1] }))),
    call('multipart', () => {
      const { body, headers } = connect().postSync('/echo', [], { type: 'multipart/form-data', parts: [{ name: 'part', size: 4, fileName: 'a.txt', content: 'text' }] }).json();
      return [headers['content-type'].split(';')[0], /name="part"/.test(body), /filename="a.txt"/.test(body), /text/.test(body)];
    }),
    call('multipart-incomplete', () => connect().postSync('/echo', [], { type: 'multipart/form-data', parts: [{ name: 'part' }] })),
    call('header-object', () => header(connect().addHeader({ name: 'X-Mine', value: 'one' }).getSync('/echo'), 'x-mine')),
    call('header-twice', () => header(connect().addHeader('X-Mine', 'one').addHeader('X-Mine', 'two').getSync('/echo'), 'x-mine')),
    call('header-set', () => header(connect().addHeader('X-Mine', 'one').setHeader('X-Mine', 'two').getSync('/echo'), 'x-mine')),
    call('headers-list', () => connect().addHeader('A', '1').headers.map((one) => [one.name, one.value])),
    call('chaining', () => { const connection = connect(); return [connection.addHeader('A', '1') === connection, connection.bearerAuth('t') === connection]; }),
    call('basic', () => header(connect().basicAuth('jane', 'пароль').getSync('/echo'), 'authorization')),
    call('bearer', () => header(connect().bearerAuth('abc').getSync('/echo'), 'authorization')),
    call('response', () => { const response = connect().getSync('/text'); return [response.code, response.response, response.body, response.isSuccess, response.exception == null]; }),
    call('response-headers', () => connect().getSync('/status/200').headers.find((one) => one.name.toLowerCase() === 'x-answer').value),
    call('latin1', () => connect().getSync('/latin1').response),
    call('statuses', () => [200, 201, 302, 399, 400, 404, 500].map((code) => [connect().postSync('/status/' + code, null, 'x').code, connect().postSync('/status/' + code, null, 'x').isSuccess])),
    call('empty', () => { const response = connect().getSync('/empty'); return [response.code, response.response]; }),
    call('redirect', () => connect().getSync('/redirect').json().query),
    call('not-json', () => connect().getSync('/text').json()),
    call('stream', () => typeof connect().getSync('/text').bodyAsStream),
    call('refused', () => { const response = new http.Connection('http://127.0.0.1:1').getSync('/'); return [response.code === undefined || response.code === null, response.isSuccess, String(response.exception).length > 0, response.headers.length, response.response]; }),
    call('dropped', () => { const response = connect().getSync('/drop'); return [response.isSuccess, String(response.exception).length > 0]; }),
    call('timeout', () => { const response = new http.Connection(base, null, 100).getSync('/slow'); return [response.isSuccess, String(response.exception)]; }),
    call('unmapped', () => String(connect('https://unknown.example').getSync('/').exception)),
    call('bad-url', () => String(connect('not a url').getSync('/').exception)),
    call('file-url', () => String(connect('file:///etc/passwd').getSync('').exception)),
    call('connect', () => connect().connectSync('/echo')),
    call('undocumented', () => typeof connect().traceSync),
    call('secret-header', (ctx) => header(connect().addHeader('X-Token', ctx.settings.token).getSync('/echo'), 'x-token')),
    call('secret-set-header', (ctx) => header(connect().setHeader({ name: 'X-Token', value: ctx.settings.token }).getSync('/echo'), 'x-token')),
    call('secret-bearer', (ctx) => header(connect().bearerAuth(ctx.settings.token).getSync('/echo'), 'authorization')),
    call('secret-basic', (ctx) => header(connect().basicAuth('jane', ctx.settings.token).getSync('/echo'), 'authorization')),
    call('secret-query', (ctx) => connect().getSync('/echo', { key: ctx.settings.token }).json().query),
    call('secret-query-list', (ctx) => connect().getSync('/echo', [{ name: 'key', value: ctx.settings.token }]).json().query),
    call('secret-concatenated', (ctx) => header(connect().addHeader('X-Token', 'Token ' + ctx.settings.token).getSync('/echo'), 'x-token')),
    call('secret-template', (ctx) => connect().getSync(`/echo?key=${ctx.settings.token}`).json().query),
    call('secret-payload', (ctx) => connect().postSync('/echo', null, { key: ctx.settings.token }).json().body),
    call('secret-printed', (ctx) => [String(ctx.settings.token), JSON.stringify({ token: ctx.settings.token }), ctx.settings.token + '']),
    call('secret-in-headers', (ctx) => connect().addHeader('X-Token', ctx.settings.token).headers.map((one) => String(one.value))),
    call('plain', (ctx) => header(connect().addHeader('X-Plain', 'p ' + ctx.settings.plain).getSync('/echo'), 'x-plain')),
  ],
};
