const entities = require('@jetbrains/youtrack-scripting-api/entities');
const endpoint = (method, path, handle) => ({ method, path, scope: 'issue', handle });
const answer = (ctx, value) => ctx.response.json({ value });

exports.httpHandler = {
  endpoints: [
    endpoint('GET', 'write', (ctx) => { ctx.issue.summary = 'written'; answer(ctx, 'no error'); }),
    endpoint('GET', 'write-caught', (ctx) => {
      try { ctx.issue.summary = 'written'; answer(ctx, 'no error'); } catch (e) { answer(ctx, [String(e.name), String(e)].join(' ')); }
    }),
    ...['GET', 'POST', 'PUT', 'DELETE'].map((method) => endpoint(method, 'comment', (ctx) => { ctx.issue.addComment(method); answer(ctx, ctx.issue.comments.size); })),
    ...['GET', 'POST', 'PUT', 'DELETE'].map((method) => endpoint(method, 'property', (ctx) => { ctx.issue.extensionProperties.list = method; answer(ctx, method); })),
    endpoint('POST', 'throw', (ctx) => { ctx.issue.summary = 'half'; ctx.issue.addComment('half'); new entities.Issue(ctx.currentUser, ctx.project, 'half'); ctx.issue.extensionProperties.list = 'half'; throw new Error('undo'); }),
    endpoint('POST', 'refuse', (ctx) => { ctx.issue.summary = 'kept'; ctx.response.code = 409; ctx.response.text('refused'); }),
    endpoint('POST', 'rejected', async (ctx) => { ctx.issue.summary = 'half'; await null; throw new Error('undo'); }),
    endpoint('POST', 'see-own', (ctx) => { ctx.issue.summary = 'own'; answer(ctx, entities.Issue.findById(ctx.issue.id).summary); }),
    endpoint('POST', 'increment', (ctx) => { ctx.globalStorage.extensionProperties.count = (ctx.globalStorage.extensionProperties.count || 0) + 1; answer(ctx, 'done'); }),
    endpoint('GET', 'count', (ctx) => answer(ctx, ctx.globalStorage.extensionProperties.count)),
    endpoint('POST', 'reset', (ctx) => { ctx.globalStorage.extensionProperties.count = 0; answer(ctx, 0); }),
    endpoint('POST', 'many-comments', (ctx) => { ctx.issue.addComment('one of many'); answer(ctx, 'done'); }),
    endpoint('GET', 'read', (ctx) => answer(ctx, [ctx.issue.summary, ctx.issue.comments.size, ctx.issue.extensionProperties.list == null ? null : ctx.issue.extensionProperties.list, ctx.issue.project.issues.size])),
    endpoint('POST', 'other-property', (ctx) => { ctx.issue.description = 'other'; answer(ctx, 'done'); }),
    endpoint('POST', 'one-property', (ctx) => { ctx.issue.fields.Customer = 'one'; answer(ctx, 'done'); }),
  ],
};
