const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => !ctx.issue.isNew && ctx.issue.isChanged('project'),
  action: (ctx) => { ctx.issue.description = 'from ' + ctx.issue.oldValue('project').key + ' to ' + ctx.issue.project.key + ' as ' + ctx.issue.id; },
});
