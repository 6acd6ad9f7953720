const entities = require('@jetbrains/youtrack-scripting-api/entities');
const notifications = require('@jetbrains/youtrack-scripting-api/notifications');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => ctx.issue.comments.added.isNotEmpty() && ctx.issue.id === 'DEMO-1',
  action: (ctx) => {
    const comment = ctx.issue.comments.added.first();
    notifications.sendEmail({ to: ['watch@example.com'], subject: 'New comment in ' + ctx.issue.id, body: comment.text + ' by ' + comment.author.login + ' new ' + comment.isNew }, ctx.issue);
  },
});
