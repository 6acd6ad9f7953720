const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => ctx.issue.tags.isChanged && ctx.issue.id === 'DEMO-4',
  action: (ctx) => {
    const names = (set) => set.map((tag) => tag.name).join(',');
    ctx.issue.description = '+' + names(ctx.issue.tags.added) + ' -' + names(ctx.issue.tags.removed);
  },
});
