const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  title: 'Tell of a removal',
  runOn: { removal: true },
  guard: (ctx) => ctx.issue.becomesRemoved,
  action: (ctx) => { entities.Issue.findById('DEMO-2').addComment('Removed ' + ctx.issue.id + ' ' + ctx.issue.summary); },
});
