const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { answering, listOf, nameOf } = require('./answer');

const post = answering('POST');
const get = answering('GET');
const things = (ctx) => {
  const demo = entities.Project.findByKey('DEMO');
  const issue = entities.Issue.findById('DEMO-1');
  return [entities.Article.findById('DEMO-A-1'), demo, ctx.currentUser, entities.UserGroup.findByName('Team'),
    issue.comments.first(), entities.Tag.findTagByName('hot'), issue.fields.State];
};

exports.httpHandler = {
  endpoints: [
    post('write', (ctx) => things(ctx).map((thing, index) => { thing.extensionProperties.text = 'слово ' + index; return thing.extensionProperties.text; })),
    get('read', (ctx) => things(ctx).map((thing) => thing.extensionProperties.text)),
    post('article-reference', () => { const demo = entities.Project.findByKey('DEMO'); demo.extensionProperties.home = entities.Article.findById('DEMO-A-1'); return demo.extensionProperties.home.summary; }),
    get('find', () => [entities.Article, entities.Project, entities.User, entities.UserGroup, entities.IssueComment, entities.Tag, entities.State]
      .map((type, index) => nameOf(type.findByExtensionProperties({ text: 'слово ' + index }).first()))),
    post('counter', (ctx) => {
      ctx.globalStorage.extensionProperties.globalCounter = (ctx.globalStorage.extensionProperties.globalCounter || 0) + 1;
      ctx.globalStorage.extensionProperties.globalIssuesSet.add(entities.Issue.findById('DEMO-1'));
      return [ctx.globalStorage.extensionProperties.globalCounter, listOf(ctx.globalStorage.extensionProperties.globalIssuesSet)];
    }),
    get('counter', (ctx) => ctx.globalStorage.extensionProperties.globalCounter),
    post('foreign-type', (ctx) => { ctx.currentUser.extensionProperties.count = 5; return ctx.currentUser.extensionProperties.count === undefined; }),
  ],
};
