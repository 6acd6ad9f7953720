const { answering, nameOf, listOf } = require('./answer');

const read = answering('GET', 'issue');

exports.httpHandler = {
  endpoints: [
    read('id', (ctx) => ctx.issue.id),
    read('summary', (ctx) => ctx.issue.summary),
    read('description', (ctx) => ctx.issue.description),
    read('numberInProject', (ctx) => ctx.issue.numberInProject),
    read('project', (ctx) => ctx.issue.project.key),
    read('reporter', (ctx) => ctx.issue.reporter.login),
    read('created', (ctx) => ctx.issue.created),
    read('updated', (ctx) => ctx.issue.updated),
    read('updatedBy', (ctx) => ctx.issue.updatedBy.login),
    read('resolved', (ctx) => ctx.issue.resolved),
    read('flags', ({ issue }) => [issue.isReported, issue.isResolved, issue.isNew, issue.becomesReported, issue.becomesResolved, issue.becomesUnresolved, issue.becomesRemoved]),
    read('url', (ctx) => ctx.issue.url),
    read('votes', (ctx) => ctx.issue.votes),
    read('voters', (ctx) => listOf(ctx.issue.voters)),
    read('watchers', (ctx) => listOf(ctx.issue.watchers)),
    read('isStarred', (ctx) => ctx.issue.isStarred),
    read('draftId', (ctx) => ctx.issue.draftId),
    read('tags', (ctx) => listOf(ctx.issue.tags)),
    read('hasTag', ({ issue }) => [issue.hasTag('hot'), issue.hasTag('cold')]),
    read('comments', (ctx) => listOf(ctx.issue.comments)),
    read('pinned', (ctx) => listOf(ctx.issue.pinnedComments)),
    read('comment', ({ issue }) => {
      const comment = issue.comments.last();
      return { text: comment.text, author: comment.author.login, issue: comment.issue.id, created: comment.created,
        groups: listOf(comment.permittedGroups), isPinned: comment.isPinned, deleted: comment.deleted, url: comment.url };
    }),
    read('comment-visibility', ({ issue }) => {
      const joe = issue.comments.first().author;
      return issue.comments.map((comment) => comment.isVisibleTo(joe));
    }),
    read('attachments', ({ issue }) => issue.attachments.map((file) => ({
      name: file.name, size: file.size, mimeType: file.mimeType, extension: file.extension, author: nameOf(file.author),
      isRemoved: file.isRemoved, issue: file.issue.id, base64: file.base64Content }))),
    read('workItems', ({ issue }) => issue.workItems.map((item) => ({
      author: item.author.login, minutes: item.duration, text: item.description, type: item.type.name, date: item.date }))),
    read('links', ({ issue }) => ({ children: listOf(issue.links['parent for']), related: listOf(issue.links['relates to']), none: listOf(issue.links['depends on']) })),
    read('links-inward', ({ issue }) => listOf(issue.links['subtask of'])),
    read('links-unknown', ({ issue }) => issue.links['no such link']),
    read('permitted', ({ issue }) => ({ group: nameOf(issue.permittedGroup), groups: listOf(issue.permittedGroups), users: listOf(issue.permittedUsers) })),
    read('duplicateRoot', ({ issue }) => nameOf(issue.duplicateRoot)),
    read('undocumented', ({ issue }) => issue.noSuchMember === undefined),
    read('readonly', ({ issue }) => { issue.created = 1; }),
    read('write-in-get', ({ issue }) => { issue.summary = 'changed'; }),
    read('same', ({ issue }) => issue.project.issues.find((other) => other.id === issue.id).summary === issue.summary),
    read('text', ({ issue }) => String(issue)),
    read('isVisibleTo', ({ issue }) => [issue.isVisibleTo(issue.reporter), issue.isVisibleTo(issue.project.team.users.last())]),
  ],
};
