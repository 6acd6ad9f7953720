const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  title: 'Never runs',
  action: (ctx) => { ctx.issue.description = 'unmet'; },
  requirements: { Moon: { type: entities.EnumField.fieldType, name: 'Moon phase', Full: {} } },
});
