const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Clone with links',
  command: 'clone-here',
  guard: (ctx) => ctx.issue.isReported,
  action: (ctx) => {
    const copy = ctx.issue.copy(ctx.issue.project);
    Object.keys(copy.fields).forEach(function (fieldName) { if (fieldName === 'Points') copy.fields[fieldName] = null; });
    copy.links['relates to'].add(ctx.issue);
    copy.addComment('Cloned from ' + ctx.issue.id);
    ctx.issue.addComment('Cloned as ' + copy.id);
  },
});
