const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Ship',
  command: 'ship-in',
  userInput: { type: entities.ProjectVersion, description: 'Select fix version' },
  action: (ctx) => { ctx.issue.fields['Fix versions'].add(ctx.userInput); },
});
