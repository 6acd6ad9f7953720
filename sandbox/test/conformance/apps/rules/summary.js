const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark, note } = require('./marks');
exports.rule = entities.Issue.onChange({
  title: 'Remember the summary before',
  guard: (ctx) => ctx.issue.isReported && ctx.issue.isChanged('summary') && hasMark(ctx.issue, 'log'),
  action: (ctx) => {
    note(ctx.issue, [ctx.issue.oldValue('summary'), ctx.currentUser.login, ctx.issue.isNew, ctx.issue.becomesReported, ctx.issue.isChanged('description'), ctx.project && ctx.project.key].join('/'));
  },
});
