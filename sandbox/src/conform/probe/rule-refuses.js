const entities = require('@jetbrains/youtrack-scripting-api/entities');
const workflow = require('@jetbrains/youtrack-scripting-api/workflow');

exports.rule = entities.Issue.onChange({
  title: 'Refuses one summary of the probe project',
  guard: ({ issue }) => issue.project.key === 'PROBE_PROJECT' && issue.summary === 'to be refused',
  action: () => workflow.check(false, 'Refused by the probe'),
  requirements: {},
});
