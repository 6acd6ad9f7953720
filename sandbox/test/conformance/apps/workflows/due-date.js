const entities = require('@jetbrains/youtrack-scripting-api/entities');
const dateTime = require('@jetbrains/youtrack-scripting-api/date-time');

exports.rule = entities.Issue.onChange({
  title: 'A major issue is due in three days, and takes five hours',
  guard: (ctx) => ctx.issue.fields.becomes(ctx.Priority, ctx.Priority.Major) && ctx.issue.fields['Due Date'] === null,
  action: (ctx) => {
    ctx.issue.fields['Due Date'] = dateTime.after(ctx.issue.created, '3d');
    ctx.issue.fields.Estimation = dateTime.toPeriod('5h');
  },
  requirements: {
    Priority: { type: entities.EnumField.fieldType, Major: {} },
    DueDate: { type: entities.Field.dateType, name: 'Due Date' },
    Estimation: { type: entities.Field.periodType },
  },
});
