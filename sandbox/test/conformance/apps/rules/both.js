const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  runOn: { removal: true, change: true },
  guard: (ctx) => hasMark(ctx.issue, 'both'),
  action: (ctx) => { entities.Issue.findById('DEMO-2').addComment(ctx.issue.becomesRemoved ? 'both: removal' : 'both: change'); },
});
