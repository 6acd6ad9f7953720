const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => ctx.issue.fields.becomes('State', 'In Progress'),
  action: (ctx) => { ctx.issue.fields.required('Assignee', 'Кто исполнитель?'); },
});
