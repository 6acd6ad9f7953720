const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Everything that takes a field takes a requirement',
  guard: ({ issue }) => issue.isChanged('summary') && issue.summary === 'handles',
  action: (ctx) => {
    const { issue } = ctx;
    issue.fields.Priority = ctx.Priority.Major;
    const answers = [
      issue.is(ctx.Priority, ctx.Priority.Major),
      issue.isChanged(ctx.Priority),
      issue.becomes(ctx.Priority, ctx.Priority.Major),
      issue.was(ctx.Priority, ctx.Priority.Major),
      issue.fields.isChanged(ctx.Priority),
      issue.fields.becomes(ctx.Priority, ctx.Priority.Major),
      issue.fields.canBeWrittenBy(ctx.Priority, ctx.currentUser),
      issue.fields.Priority.name === ctx.Priority.Major.name,
      ctx.Priority.values.has(ctx.Priority.Major),
      ctx.Priority.findValueByName('Minor').name === 'Minor',
      ctx.Priority.getValuePresentation(issue) === 'Major',
    ];
    issue.fields.required(ctx.Priority, 'never shown');
    issue.description = answers.join(' ');
  },
  requirements: { Priority: { type: entities.EnumField.fieldType, Major: {} } },
});
