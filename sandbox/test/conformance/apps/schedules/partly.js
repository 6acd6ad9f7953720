const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({
  search: '#Unresolved sort by: {issue id} asc',
  cron: '0 0 12 1 1 ? 2099',
  action: (ctx) => {
    ctx.issue.fields.Customer = 'visited';
    if (ctx.issue.id === 'DEMO-1') throw new Error('not this one');
  },
});
