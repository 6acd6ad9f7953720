const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'chain') && ctx.issue.fields.isChanged('Notes'),
  action: (ctx) => { ctx.issue.fields.Customer = 'from ' + ctx.issue.fields.Notes; },
});
