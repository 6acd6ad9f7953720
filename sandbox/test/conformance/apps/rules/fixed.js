const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  title: 'Fixed means a point',
  guard: (ctx) => {
    return ctx.issue.fields.becomes(ctx.State, ctx.State.Fixed);
  },
  action: (ctx) => {
    const { issue } = ctx;
    issue.fields.Points = 1;
    issue.fields.Customer = [issue.becomesResolved, issue.isResolved, issue.fields.isChanged(ctx.State), issue.fields.oldValue(ctx.State).name,
      issue.was('State', 'Open'), issue.fields[ctx.State.name].name, ctx.P.M.name, issue.is('State', 'Fixed')].join('/');
  },
  requirements: {
    State: {
      type: entities.State.fieldType,
      Fixed: {}
    },
    P: {
      type: entities.EnumField.fieldType,
      name: 'Priority',
      M: { name: 'Major' },
      Normal: {}
    }
  }
});
