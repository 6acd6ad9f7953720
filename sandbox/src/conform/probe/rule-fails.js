const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Fails over one summary of the probe project',
  guard: ({ issue }) => issue.project.key === 'PROBE_PROJECT' && issue.summary === 'to fail',
  action: () => {
    throw new Error('Failed in the probe');
  },
  requirements: {},
});
