const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'The owner of the subsystem is the assignee',
  guard: function (ctx) {
    const issue = ctx.issue;
    return issue.fields.Subsystem && (issue.isChanged('Subsystem') || issue.becomesReported);
  },
  action: function (ctx) {
    const issue = ctx.issue;
    if (issue.fields.Subsystem !== null && issue.fields.Assignee === null) issue.fields.Assignee = issue.fields.Subsystem.owner;
  },
  requirements: { Assignee: { type: entities.User.fieldType }, Subsystem: { type: entities.OwnedField.fieldType } },
});
