const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { answering, listOf } = require('./answer');

const get = answering('GET', 'issue');
const post = answering('POST', 'issue');
const props = (ctx) => ctx.issue.extensionProperties;
const issue = (id) => entities.Issue.findById(id);

module.exports.httpHandler = {
  endpoints: [
    get('unset', (ctx) => { const p = props(ctx); return ['text', 'count', 'ratio', 'flag', 'friend'].map((name) => p[name] === null ? 'null' : typeof p[name]); }),
    get('unset-set', (ctx) => [props(ctx).friends.isEmpty(), props(ctx).friends.size]),
    post('text', (ctx) => { props(ctx).text = 'Слово'; return props(ctx).text; }),
    get('text', (ctx) => props(ctx).text),
    post('integer', (ctx) => { props(ctx).count = 9007199254740991; return props(ctx).count; }),
    post('float', (ctx) => { props(ctx).ratio = 0.1; return props(ctx).ratio; }),
    post('boolean', (ctx) => { props(ctx).flag = false; return props(ctx).flag; }),
    post('entity', (ctx) => { props(ctx).friend = issue('DEMO-2'); props(ctx).owner = ctx.currentUser; return [props(ctx).friend.id, props(ctx).owner.login]; }),
    post('set-add', (ctx) => { props(ctx).friends.add(issue('DEMO-2')); props(ctx).friends.add(issue('DEMO-4')); return listOf(props(ctx).friends); }),
    post('set-delete', (ctx) => { props(ctx).friends.delete(issue('DEMO-2')); return listOf(props(ctx).friends); }),
    get('all', (ctx) => { const p = props(ctx); return [p.text, p.count, p.ratio, p.flag, p.friend.summary, p.owner.login, listOf(p.friends)]; }),
    get('keys', (ctx) => Object.keys(props(ctx)).sort()),
    post('undeclared', (ctx) => { props(ctx).nowhere = 'x'; return props(ctx).nowhere === undefined; }),
    get('undeclared', (ctx) => props(ctx).nowhere === undefined),
    post('wrong-integer', (ctx) => { props(ctx).count = 1.5; }),
    post('wrong-boolean', (ctx) => { props(ctx).flag = 'yes'; }),
    post('wrong-entity', (ctx) => { props(ctx).friend = ctx.currentUser; }),
    post('null', (ctx) => { props(ctx).text = null; return props(ctx).text == null; }),
    post('undefined', (ctx) => { props(ctx).count = undefined; return props(ctx).count == null; }),
    post('delete', (ctx) => { delete props(ctx).ratio; return props(ctx).ratio == null; }),
    post('set-clear', (ctx) => { props(ctx).friends.clear(); return props(ctx).friends.isEmpty(); }),
    post('four-megabytes', (ctx) => { props(ctx).text = 'x'.repeat(4194304); return props(ctx).text.length; }),
    post('beyond', (ctx) => { props(ctx).text = 'x'.repeat(4194305); }),
    post('beyond-in-bytes', (ctx) => { props(ctx).text = 'ы'.repeat(2097153); }),
    post('json', (ctx) => { props(ctx).text = JSON.stringify({ ключ: [1] }); return JSON.parse(props(ctx).text || '{}'); }),
    post('find-me', (ctx) => { props(ctx).text = 'find'; props(ctx).count = 7; props(ctx).owner = ctx.currentUser; props(ctx).friends.add(issue('DEMO-2')); return true; }),
    get('find', () => listOf(entities.Issue.findByExtensionProperties({ text: 'find' }))),
    get('find-two', () => listOf(entities.Issue.findByExtensionProperties({ text: 'find', count: 7 }))),
    get('find-none', () => listOf(entities.Issue.findByExtensionProperties({ text: 'find', count: 8 }))),
    get('find-part', () => listOf(entities.Issue.findByExtensionProperties({ text: 'fin' }))),
    get('find-case', () => listOf(entities.Issue.findByExtensionProperties({ text: 'FIND' }))),
    get('find-entity', (ctx) => listOf(entities.Issue.findByExtensionProperties({ owner: ctx.currentUser }))),
    get('find-undeclared', () => listOf(entities.Issue.findByExtensionProperties({ nowhere: 1 }))),
    post('find-at-once', (ctx) => { props(ctx).text = 'now'; return listOf(entities.Issue.findByExtensionProperties({ text: 'now' })); }),
    post('removed-friend', (ctx) => { props(ctx).friend = issue('DEMO-5'); return props(ctx).friend.id; }),
    get('removed-friend', (ctx) => props(ctx).friend == null),
    get('write-in-get', (ctx) => { props(ctx).text = 'x'; }),
    post('rollback', (ctx) => { props(ctx).text = 'half'; return true; }),
    { method: 'POST', path: 'throws', scope: 'issue', handle: (ctx) => { props(ctx).text = 'thrown away'; throw new Error('after'); } },
  ],
};
