const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Request QA review',
  command: 'request-qa-review',
  guard: (ctx) => ctx.issue.isReported && !ctx.issue.isResolved,
  action: (ctx) => {
    ctx.issue.addTag('review');
    ctx.issue.addComment('Review asked by ' + ctx.currentUser.login);
  },
});
