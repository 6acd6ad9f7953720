const entities = require('@jetbrains/youtrack-scripting-api/entities');
const forever = () => { for (;;); };
const endpoint = (path, handle) => ({ method: 'POST', path, handle });

module.exports = {
  httpHandler: {
    endpoints: [
      endpoint('loop', forever),
      endpoint('caught', () => { try { forever(); } catch (e) { } finally { forever(); } }),
      endpoint('promises', () => new Promise(() => { const next = () => Promise.resolve().then(next); next(); })),
      endpoint('awaiting', async () => { await null; forever(); }),
      endpoint('regex', (ctx) => ctx.response.text(String(/^(a+)+$/.test('a'.repeat(60) + 'b')))),
      endpoint('getter', (ctx) => ctx.response.json({ get value() { return forever(); } })),
      endpoint('never', () => new Promise(() => {})),
      endpoint('recursion', () => { const dive = () => dive() + 1; dive(); }),
      endpoint('throws-getter', () => { throw { get message() { return forever(); }, toString: forever }; }),
      endpoint('half', (ctx) => { entities.Issue.findById('DEMO-1').summary = 'half'; forever(); }),
      endpoint('fine', (ctx) => ctx.response.text('fine')),
      endpoint('patch', (ctx) => {
        // What one script breaks, it breaks for itself.
        Array.prototype.map = () => { throw new Error('patched'); };
        String.prototype.startsWith = () => true;
        JSON.stringify = () => '"patched"';
        JSON.parse = () => ({ patched: true });
        WeakMap.prototype.get = () => undefined;
        Object.prototype.toJSON = undefined;
        ctx.response.text('patched');
      }),
    ],
  },
};
