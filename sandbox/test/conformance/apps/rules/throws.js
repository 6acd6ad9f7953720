const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'throw'),
  action: (ctx) => { ctx.issue.addComment('never kept'); throw new Error('broken rule'); },
});
