const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onChange({
  title: 'Edited comments are marked',
  guard: (ctx) => ctx.issue.editedComments.isNotEmpty(),
  action: (ctx) => {
    ctx.issue.editedComments.forEach((comment) => {
      if (comment.isChanged('text') && comment.text.indexOf('edited') < 0) comment.text = comment.text + ' (edited from ' + comment.oldValue('text') + ')';
    });
  },
});
