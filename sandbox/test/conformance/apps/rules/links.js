const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => ctx.issue.links['parent for'].added.isNotEmpty(),
  action: (ctx) => {
    ctx.issue.links['parent for'].added.forEach(function(child) {
      child.fields.Priority = ctx.issue.fields.Priority;
    });
  },
});
