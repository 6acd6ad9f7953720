const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Track ten minutes',
  command: 'track10',
  action: (ctx) => { ctx.issue.addWorkItem('Tracked', Date.now(), ctx.currentUser, 10, null); },
});
