const own = (function () { return this; })();
const escapes = {
  this: () => own.constructor.constructor('return process')(),
  ctx: (ctx) => ctx.constructor.constructor('return process')(),
  entity: (ctx) => ctx.issue.constructor.constructor('return process')(),
  request: (ctx) => ctx.request.json.constructor('return process')(),
  response: (ctx) => ctx.response.addHeader.constructor('return process')(),
  require: () => require.constructor('return process')(),
  module: () => module.constructor.constructor('return process')(),
  console: () => console.log.constructor('return process')(),
  set: (ctx) => ctx.issue.tags.add.constructor('return process')(),
  headers: (ctx) => ctx.request.headers[0].constructor.constructor('return process')(),
  'a host error': (ctx) => { try { ctx.issue.summary = {}; } catch (e) { return e.constructor.constructor('return process')(); } },
  'a host error’s stack': (ctx) => { try { ctx.issue.summary = {}; } catch (e) { return e.stack.constructor.constructor('return process')(); } },
  prepareStackTrace: () => { Error.prepareStackTrace = (e, frames) => frames; const { stack } = new Error(); return Array.isArray(stack) ? { pid: 1 } : undefined; },
  captureStackTrace: () => { Error.prepareStackTrace = (e, frames) => frames; const o = {}; if (Error.captureStackTrace) Error.captureStackTrace(o); return Array.isArray(o.stack) ? { pid: 1 } : undefined; },
  'an error at the end of the stack': (ctx) => {
    let caught;
    const dive = () => { try { dive(); } catch (e) { if (caught === undefined) try { ctx.issue.summary; caught = e; } catch (other) { caught = other; } } };
    dive();
    return caught.constructor.constructor('return process')();
  },
  'a proxy': (ctx) => { let seen; ctx.response.json(new Proxy({}, { ownKeys(target) { seen = this.constructor.constructor; return []; } })); return seen('return process')(); },
  'arguments.callee.caller': function () { return arguments.callee.caller.caller.constructor('return process')(); },
  'Symbol.species': (ctx) => { class Trap extends Array { static get [Symbol.species]() { return Object; } } return Trap.from([1]).map((x) => x).constructor.constructor('return process')(); },
};
const call = (table) => (ctx) => {
  const name = ctx.request.getParameter('name');
  try { const found = table[name](ctx); ctx.response.text('reached ' + (found && found.pid !== undefined ? 'a process' : String(found))); } catch (e) { ctx.response.text('refused ' + e); }
};

exports.httpHandler = { endpoints: { method: 'POST', path: 'escape', scope: 'ISSUE', handle: call(escapes) } };
