// A rule that says itself what it is, as a build step leaves it.
exports.rule = {
  title: 'A plain object',
  target: 'Issue',
  ruleType: 'onChange',
  onChange: true,
  guard: function (ctx) { return ctx.issue.isChanged('summary') && ctx.issue.summary === 'plain object'; },
  action: function (ctx) { ctx.issue.description = 'ran'; },
  requirements: {},
};
