const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'both'),
  action: () => { entities.Issue.findById('DEMO-2').addComment('update only'); },
});
