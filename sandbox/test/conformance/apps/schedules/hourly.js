const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({
  title: 'Tell open issues',
  search: 'State: Open sort by: {issue id} asc',
  cron: '0 0 * * * ?', // every hour
  guard: (ctx) => ctx.issue.fields.Priority !== null,
  action: (ctx) => {
    ctx.issue.description = 'by ' + (ctx.currentUser.isSystem ? 'system' : 'somebody') + ', may everything ' + ctx.currentUser.hasPermission('UPDATE_PROJECT', ctx.issue.project);
  },
});
