const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Article.onChange({
  runOn: { removal: true },
  guard: (ctx) => ctx.article.becomesRemoved,
  action: (ctx) => { entities.Issue.findById('DEMO-2').addComment('Removed ' + ctx.article.id); },
});
