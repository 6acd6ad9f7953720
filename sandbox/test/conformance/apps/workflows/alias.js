const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'A requirement is a name of its field',
  guard: ({ issue }) => issue.isChanged('summary') && issue.summary === 'alias',
  action: ({ issue }) => {
    const before = [issue.fields.P.name, issue.fields.FV.map((version) => version.name).join(), issue.fields.Priority.name];
    issue.fields.P = issue.project.findFieldByName('Priority').findValueByName('Minor');
    issue.fields.FV.clear();
    issue.fields.DueDate = 1767355200000;
    issue.description = before.concat([issue.fields.isChanged('P'), issue.isChanged('P'), issue.fields.FV.isEmpty(), issue.fields.FV.removed.size, issue.fields.DueDate === issue.fields['Due Date']]).join(' ');
  },
  requirements: {
    P: { type: entities.EnumField.fieldType, name: 'Priority' },
    FV: { type: entities.ProjectVersion.fieldType, name: 'Fix versions', multi: true },
    DueDate: { type: entities.Field.dateType, name: 'Due Date' },
  },
});
