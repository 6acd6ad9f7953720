exports.aiTool = {
  name: 'context',
  description: 'Tells what ctx has',
  inputSchema: { type: 'object', properties: { a: { type: 'array', items: { type: 'integer', description: 'n' }, description: 'numbers' } } },
  execute: (ctx) => ({ issue: ctx.issue === undefined, article: ctx.article === undefined, user: ctx.user === undefined, me: ctx.currentUser.login, arguments: ctx.arguments, settings: typeof ctx.settings, storage: typeof ctx.globalStorage }),
};
