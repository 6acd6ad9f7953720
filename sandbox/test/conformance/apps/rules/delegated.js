const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'delegate') && ctx.issue.isChanged('summary'),
  action: (ctx) => {
    ctx.issue.fields.Priority = ctx.issue.project.findFieldByName('Priority').createValue('Made by ' + ctx.currentUser.login);
  },
});
