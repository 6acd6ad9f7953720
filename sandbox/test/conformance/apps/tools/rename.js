const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.aiTool = {
  name: 'rename',
  description: 'Renames an issue, if the caller may',
  inputSchema: { type: 'object', properties: { id: { type: 'string', description: 'The readable ID' }, summary: { type: 'string', description: 'The new summary' } } },
  execute(ctx) {
    const issue = entities.Issue.findById(ctx.arguments.id);
    if (!ctx.currentUser.hasPermission('UPDATE_ISSUE', issue.project)) throw new Error('Not allowed to ' + ctx.currentUser.login);
    issue.summary = ctx.arguments.summary;
    if (ctx.arguments.summary === 'fail') throw new Error('Failed after writing');
    return 'Renamed ' + issue.id;
  },
};
