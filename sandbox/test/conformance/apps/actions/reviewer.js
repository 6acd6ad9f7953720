const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Choose a reviewer',
  command: 'reviewer',
  userInput: {
    type: entities.User,
    description: 'Select reviewer'
  },
  action: (ctx) => { ctx.issue.fields.Reviewers.add(ctx.userInput); },
});
