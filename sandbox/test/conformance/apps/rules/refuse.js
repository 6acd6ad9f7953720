const entities = require('@jetbrains/youtrack-scripting-api/entities');
const workflow = require('@jetbrains/youtrack-scripting-api/workflow');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'refuse'),
  action: (ctx) => { ctx.issue.addComment('never kept'); workflow.check(false, 'Так нельзя'); },
});
