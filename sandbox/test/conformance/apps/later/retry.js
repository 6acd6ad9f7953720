const entities = require('@jetbrains/youtrack-scripting-api/entities');

const MAX_ATTEMPTS = 3;
const RETRY_DELAY = 60 * 1000;

exports.rule = entities.Issue.onChange({
  title: 'Retry until description is set',
  guard: function(ctx) {
    return ctx.issue.isChanged('summary') && ctx.issue.summary.indexOf('retry') === 0;
  },
  action: function(ctx) {
    ctx.store('issue', ctx.issue);
    ctx.store('attempt', 1);
    ctx.invokeAsync('checkDescription');
  },
  asyncFunctions: {
    checkDescription: function(ctx) {
      const issue = ctx.load('issue');
      const attempt = ctx.load('attempt') || 1;
      if (issue.description) {
        issue.addComment('Description is ready.');
        return;
      }
      if (attempt < MAX_ATTEMPTS) {
        ctx.store('issue', issue);
        ctx.store('attempt', attempt + 1);
        ctx.invokeAsync('checkDescription', RETRY_DELAY);
      } else {
        issue.addComment('Description was still empty after ' + attempt + ' attempts.');
      }
    }
  }
});
