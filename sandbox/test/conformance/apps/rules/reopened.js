const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = new entities.Issue.onChange({
  guard: (ctx) => ctx.issue.becomesUnresolved,
  action: (ctx) => { ctx.issue.fields.Points = null; },
});
