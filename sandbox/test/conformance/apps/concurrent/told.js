const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Tell of a new description',
  guard: ({ issue }) => issue.isChanged('description'),
  action({ issue }) {
    issue.addComment(`${issue.oldValue('description') || ''} → ${issue.description}`);
  },
  requirements: {},
});
