const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'A link type the other way round',
  guard: ({ issue }) => issue.isChanged('summary') && issue.summary === 'reversed',
  action: (ctx) => { ctx.issue.description = ctx.Subtask.outward; },
  requirements: { Subtask: { type: entities.IssueLinkPrototype, name: 'Subtask', outward: 'subtask of', inward: 'parent for' } },
});
