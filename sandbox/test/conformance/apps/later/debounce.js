const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'Debounce on change',
  guard: function(ctx) {
    return ctx.issue.isChanged('summary') && ctx.issue.summary.indexOf('debounce') === 0;
  },
  action: function(ctx) {
    ctx.store('user', ctx.currentUser);
    ctx.invokeAsync('processLater', 2000, 'debounce-' + ctx.issue.id);
  },
  asyncFunctions: {
    processLater: function(ctx) {
      const user = ctx.load('user');
      ctx.issue.description = 'Processed by ' + user.login + ' ' + ctx.issue.summary;
    }
  }
});
