const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  title: 'Welcome',
  guard: (ctx) => ctx.issue.becomesReported && hasMark(ctx.issue, 'new'),
  action: (ctx) => { ctx.issue.addComment('Добро пожаловать, ' + ctx.issue.reporter.visibleName); },
});
