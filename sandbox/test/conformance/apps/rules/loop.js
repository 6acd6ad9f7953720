const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'loop') && ctx.issue.isChanged('summary'),
  action: (ctx) => { ctx.issue.summary = ctx.issue.summary + '!'; },
});
