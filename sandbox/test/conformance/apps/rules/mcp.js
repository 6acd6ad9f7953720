const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => ctx.isMcpRequest,
  action: (ctx) => { ctx.issue.fields.Customer = 'a machine'; },
});
