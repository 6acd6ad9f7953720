const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Leaves a mark on one issue of the probe project',
  guard: ({ issue }) =>
    issue.project.key === 'PROBE_PROJECT' && issue.summary === 'watched' && !issue.becomesReported,
  action: ({ issue }) => {
    issue.description = 'a rule ran';
  },
  requirements: {},
});
