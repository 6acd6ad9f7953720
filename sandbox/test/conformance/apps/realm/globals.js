// "use strict" is missing on purpose: sloppy scripts see more.
const own = (function () { return this; })();
const names = ['process', 'global', 'Buffer', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'XMLHttpRequest', 'WebSocket', 'URL', 'TextEncoder', 'structuredClone',
  'performance', 'crypto', 'navigator', 'window', 'document', '__dirname', '__filename', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Java', 'Packages', 'load', 'print', 'quit', '$$environment', '__sandboxApi'];
const attempts = {
  eval: () => (0, eval)('1 + 1'),
  'direct eval': () => eval('1 + 1'),
  Function: () => new Function('return 1')(),
  'constructor of a function': () => (() => 1).constructor('return 1')(),
  'constructor of an async function': () => (async () => 1).constructor('return 1')(),
  'constructor of a generator': () => (function* () {}).constructor('yield 1')().next(),
};
const call = (table) => (ctx) => {
  const name = ctx.request.getParameter('name');
  try { const found = table[name](ctx); ctx.response.text('reached ' + (found && found.pid !== undefined ? 'a process' : String(found))); } catch (e) { ctx.response.text('refused ' + e); }
};

exports.httpHandler = {
  endpoints: [
    { method: 'GET', path: 'global', handle: (ctx) => ctx.response.text(eval_free(ctx.request.getParameter('name'))) },
    { method: 'GET', path: 'names', handle: (ctx) => ctx.response.json({ value: names.filter((name) => name in own || typeof own[name] !== 'undefined') }) },
    { method: 'GET', path: 'all', handle: (ctx) => ctx.response.json({ value: Object.getOwnPropertyNames(own).filter((name) => !/^[A-Z]/.test(name)).sort() }) },
    { method: 'GET', path: 'code', handle: call(attempts) },
    { method: 'GET', path: 'language', handle: (ctx) => ctx.response.json({ value: [typeof Map, typeof Symbol, typeof Proxy, typeof BigInt, typeof Promise, typeof Reflect, typeof Intl, typeof WeakMap, [1, [2]].flat().length, Object.fromEntries([['a', 1]]).a, 'x'.at(0)] }) },
    { method: 'GET', path: 'cjs', handle: (ctx) => ctx.response.json({ value: [typeof module, typeof exports, typeof require, module.exports === exports, require('./globals') === module.exports] }) },
    { method: 'GET', path: 'require', handle: (ctx) => { try { require(ctx.request.getParameter('name')); ctx.response.text('loaded'); } catch (e) { ctx.response.text('refused ' + e.message); } } },
  ],
};
function eval_free(name) { return typeof own[name]; }
