const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  title: 'What guests report is for the team',
  guard: (ctx) => ctx.issue.becomesReported && ctx.issue.summary.indexOf('secret') === 0,
  action: (ctx) => {
    ctx.issue.permittedGroup = ctx.Team;
    ctx.issue.addComment('For the team').permittedGroup = ctx.Team;
  },
  requirements: { Team: { type: entities.UserGroup } },
});
