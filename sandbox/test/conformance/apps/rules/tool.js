const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.aiTool = {
  name: 'rename',
  description: 'Renames an issue',
  inputSchema: { type: 'object', properties: { id: { type: 'string', description: 'The readable ID' } } },
  execute: (ctx) => { entities.Issue.findById(ctx.arguments.id).summary = 'Renamed'; return 'done'; },
};
