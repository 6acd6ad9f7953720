const entities = require('@jetbrains/youtrack-scripting-api/entities');
function getSearchExpression() {
  return 'State: ' + ['Fix', 'ed'].join('');
}
exports.rule = entities.Issue.onSchedule({
  title: 'A search worked out anew',
  search: getSearchExpression,
  cron: '0 0 12 1 1 ? 2099',
  muteUpdateNotifications: true,
  modifyUpdatedProperties: false,
  action: function (ctx) { ctx.issue.fields.Points = (ctx.issue.fields.Points || 0) + 1; },
});
