const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Enter story points',
  command: 'estimate-points',
  userInput: { type: entities.Field.integerType, description: 'Enter story points' },
  action: (ctx) => { ctx.issue.fields.Points = ctx.userInput; },
});
