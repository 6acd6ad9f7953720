const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.action({
  title: 'Needs what is not there',
  command: 'needy',
  action: (ctx) => { ctx.issue.summary = 'needy'; },
  requirements: { Moon: { type: entities.EnumField.fieldType } },
});
