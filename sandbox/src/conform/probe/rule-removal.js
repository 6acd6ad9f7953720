const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Writes to an issue of the probe project that is being removed',
  runOn: { change: false, removal: true },
  guard: ({ issue }) => issue.project.key === 'PROBE_PROJECT' && issue.summary === 'to be removed',
  action: ({ issue }) => {
    issue.description = 'written while it goes';
  },
  requirements: {},
});
