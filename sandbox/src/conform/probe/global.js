const on = (method, path, handle, more) => Object.assign({ method, path, scope: 'global', handle }, more);

const globalNames = [
  'process',
  'Buffer',
  'setTimeout',
  'queueMicrotask',
  'fetch',
  'URL',
  'TextEncoder',
  'structuredClone',
  'WebAssembly',
  'Atomics',
  'SharedArrayBuffer',
  'FinalizationRegistry',
  'WeakRef',
  'Intl',
  'BigInt',
  'Promise',
];

const tryOut = (work) => {
  try {
    return work() ? 'works' : 'does not work';
  } catch (_) {
    return 'throws';
  }
};

exports.httpHandler = {
  endpoints: [
    on('GET', 'globals', (ctx) => {
      ctx.response.json({ value: globalNames.filter((name) => name in globalThis).sort() });
    }),
    on('GET', 'engine', (ctx) => {
      const members = {
        'Array.prototype.at': 'at' in Array.prototype,
        'Object.hasOwn': 'hasOwn' in Object,
        'Array.prototype.findLast': 'findLast' in Array.prototype,
        'Array.prototype.toSorted': 'toSorted' in Array.prototype,
        'Object.groupBy': 'groupBy' in Object,
        'Promise.withResolvers': 'withResolvers' in Promise,
        'Set.prototype.union': 'union' in Set.prototype,
      };
      ctx.response.json({ value: members });
    }),
    on('GET', 'code-from-text', (ctx) => {
      // biome-ignore lint/security/noGlobalEval: whether there is such a thing is what is asked
      const viaEval = tryOut(() => globalThis.eval('1 + 1') === 2);
      const viaFunction = tryOut(() => new Function('return 2')() === 2);
      ctx.response.json({ value: { eval: viaEval, Function: viaFunction } });
    }),
    on('GET', 'text', (ctx) => ctx.response.text('text')),
    on('GET', 'json', (ctx) => ctx.response.json({ value: 1 })),
    on('GET', 'nothing', () => undefined),
    on('GET', 'returned', () => ({ value: 'returned' })),
    on('GET', 'status', (ctx) => {
      ctx.response.status = 418;
      ctx.response.text('x');
    }),
    on('GET', 'odd-code', (ctx) => {
      ctx.response.code = 99;
      ctx.response.text('x');
    }),
    on('GET', 'headers', (ctx) => {
      ctx.response.addHeader('X-Probe-Twice', 'first');
      ctx.response.addHeader('X-Probe-Twice', 'last');
      ctx.response.addHeader('X-Probe-Gone', 'x');
      ctx.response.addHeader('X-Probe-Gone', null);
      ctx.response.text('x');
    }),
    on('POST', 'body-twice', (ctx) => {
      const text = ctx.request.body;
      ctx.response.json({ value: [text === '{"a":1}', tryOut(() => ctx.request.json().a === 1)] });
    }),
    on('POST', 'empty-json', (ctx) => {
      const answer = tryOut(() => ctx.request.json() === null);
      ctx.response.json({ value: answer });
    }),
    on('GET', 'guarded', (ctx) => ctx.response.text('open'), { permissions: ['ADMIN_UPDATE_APP'] }),
    on('GET', 'either', (ctx) => ctx.response.text('open'), {
      permissions: ['ADMIN_UPDATE_APP', 'READ_ISSUE'],
    }),
  ],
};
