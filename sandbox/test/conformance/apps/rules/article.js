const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Article.onChange({
  title: 'An article is renamed',
  guard: (ctx) => ctx.article.isChanged('summary'),
  action: (ctx) => { ctx.article.content = 'Была: ' + ctx.article.oldValue('summary') + '; ' + ctx.currentUser.login; },
});
