const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  title: 'Make a follow-up, which the other rules see too',
  guard: (ctx) => hasMark(ctx.issue, 'follow') && ctx.issue.isChanged('summary'),
  action: (ctx) => {
    const issue = new entities.Issue(ctx.currentUser, ctx.issue.project, 'new: Follow-up');
    ctx.issue.links['relates to'].add(issue);
  },
});
