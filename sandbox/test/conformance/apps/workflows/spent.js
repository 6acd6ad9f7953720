const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.rule = entities.Issue.onChange({
  title: 'The description sums up the work',
  guard: (ctx) => ctx.issue.workItems.isChanged || ctx.issue.editedWorkItems.isNotEmpty(),
  action: (ctx) => {
    let minutes = 0;
    ctx.issue.workItems.forEach((item) => { minutes += item.duration; });
    ctx.issue.description = 'Spent ' + minutes;
  },
});
