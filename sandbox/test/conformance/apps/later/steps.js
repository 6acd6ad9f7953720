const entities = require('@jetbrains/youtrack-scripting-api/entities');

// What happens later is noted on an issue's description.
const note = (issue, text) => { issue.description = (issue.description || '') + text + ';'; };
const start = (path, handle) => ({
  method: 'POST', path, scope: 'issue',
  handle(ctx) {
    try { handle(ctx); ctx.response.json({ value: 'planned' }); } catch (e) { ctx.response.json({ error: String(e.message || e) }); }
  },
});

module.exports.httpHandler = {
  endpoints: [
    start('at-once', (ctx) => ctx.invokeAsync('tell')),
    start('in-a-minute', (ctx) => { ctx.store('text', 'minute'); ctx.invokeAsync('tell', 60000); }),
    start('values', (ctx) => {
      ctx.store('string', 'слово'); ctx.store('number', 1.5); ctx.store('boolean', false); ctx.store('nothing', null);
      ctx.store('issue', ctx.issue); ctx.store('user', ctx.currentUser); ctx.store('summary', ctx.issue.summary);
      ctx.invokeAsync('values', 60000);
    }),
    start('object', (ctx) => ctx.store('object', { not: 'allowed' })),
    start('list', (ctx) => ctx.store('list', [1])),
    start('date', (ctx) => ctx.store('date', new Date(0))),
    start('set', (ctx) => ctx.store('tags', ctx.issue.tags)),
    start('load-at-once', (ctx) => { ctx.store('a', 1); if (ctx.load('a') !== 1 || ctx.load('b') != null) throw new Error('not loaded'); }),
    start('twice', (ctx) => { ctx.invokeAsync('tell'); ctx.invokeAsync('tell'); }),
    start('unknown', (ctx) => ctx.invokeAsync('nowhere')),
    start('too-late', (ctx) => ctx.invokeAsync('tell', 7 * 24 * 60 * 60 * 1000 + 1)),
    start('a-week', (ctx) => { ctx.store('text', 'week'); ctx.invokeAsync('tell', 7 * 24 * 60 * 60 * 1000); }),
    start('chain', (ctx) => { ctx.store('attempt', 1); ctx.invokeAsync('chain'); }),
    start('endless', (ctx) => { ctx.store('attempt', 0); ctx.invokeAsync('endless'); }),
    start('debounce', (ctx) => { ctx.store('text', ctx.request.getParameter('text')); ctx.invokeAsync('tell', 2000, 'debounce-' + ctx.issue.id); }),
    start('failing', (ctx) => ctx.invokeAsync('failing')),
    start('own-transaction', (ctx) => { ctx.store('text', 'isNew ' + ctx.issue.isNew); ctx.invokeAsync('own'); }),
    { method: 'POST', path: 'throws', scope: 'issue', handle: (ctx) => { ctx.store('text', 'never'); ctx.invokeAsync('tell'); throw new Error('undone'); } },
    { method: 'GET', path: 'from-get', scope: 'issue', handle: (ctx) => { ctx.store('text', 'from GET'); ctx.invokeAsync('tell', 1000); ctx.response.text('planned'); } },
    { method: 'POST', path: 'async-handler', scope: 'issue', handle: async (ctx) => { await null; ctx.store('text', 'awaited'); ctx.invokeAsync('tell'); } },
  ],
  asyncFunctions: {
    tell: function (ctx) { note(ctx.issue, (ctx.load('text') || 'told') + ' ' + ctx.currentUser.login); },
    values: (ctx) => note(ctx.load('issue'), [ctx.load('string'), ctx.load('number'), ctx.load('boolean'), ctx.load('nothing'), ctx.load('user').login, ctx.load('issue').summary, ctx.load('summary'), ctx.load('absent')].join(' ')),
    chain: (ctx) => {
      const attempt = ctx.load('attempt');
      note(ctx.issue, 'step ' + attempt);
      if (attempt === 3) return;
      ctx.store('attempt', attempt + 1);
      ctx.invokeAsync('chain', 1000);
    },
    endless: (ctx) => {
      const attempt = ctx.load('attempt') + 1;
      ctx.store('attempt', attempt);
      ctx.issue.description = 'hops ' + attempt;
      try { ctx.invokeAsync('endless'); } catch (e) { ctx.issue.description += ' then refused'; }
    },
    failing: (ctx) => { note(ctx.issue, 'half'); throw new Error('не вышло'); },
    own: (ctx) => note(ctx.issue, ctx.load('text') + ' ' + (ctx.request === undefined) + ' ' + (ctx.response === undefined || ctx.response === null)),
  },
};
