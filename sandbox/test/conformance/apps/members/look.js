const entities = require('@jetbrains/youtrack-scripting-api/entities');

// One entity of each type that a server has some of.
function samples() {
  const issue = entities.Issue.findById('DEMO-1');
  const article = entities.Article.findById('DEMO-A-1');
  const { project } = issue;
  const field = (name) => project.findFieldByName(name);
  return {
    BaseEntity: issue, Issue: issue, BaseArticle: article, Article: article, Project: project, ProjectTeam: project.team,
    BaseComment: issue.comments.first(), IssueComment: issue.comments.first(),
    BaseArticleComment: article.comments.first(), ArticleComment: article.comments.first(),
    IssueAttachment: issue.attachments.first(), PersistentFile: issue.attachments.first(),
    BaseArticleAttachment: article.attachments.first(), ArticleAttachment: article.attachments.first(),
    BaseWorkItem: issue.workItems.first(), IssueWorkItem: issue.workItems.first(), WorkItemType: issue.workItems.first().type,
    User: issue.reporter, UserGroup: entities.UserGroup.findByName('Team'),
    Tag: issue.tags.first(), IssueTag: issue.tags.first(), WatchFolder: issue.tags.first(),
    SavedQuery: entities.SavedQuery.findQueryByName('Open ones'), IssueLinkPrototype: entities.IssueLinkPrototype.findByName('Depend'),
    ProjectCustomField: field('State'), BundleProjectCustomField: field('State'), GroupProjectCustomField: field('Audience'), UserProjectCustomField: field('Assignee'),
    PeriodProjectCustomField: field('Estimation'), SimpleProjectCustomField: field('Points'), TextProjectCustomField: field('Notes'),
    Field: issue.fields.State, State: issue.fields.State, EnumField: issue.fields.Priority, OwnedField: issue.fields.Subsystem,
    ProjectVersion: issue.fields['Fix versions'].first(), Build: issue.fields['Fixed in build'],
  };
}

function lookAt(type, name, sample) {
  const holder = name in type ? type : sample || Object.create(type.prototype);
  try {
    const value = holder[name];
    return value === undefined ? 'undefined' : 'there';
  } catch (e) {
    const message = String(e.message);
    if (message.indexOf('not emulated') >= 0) return message.indexOf(name) >= 0 ? 'not emulated' : 'unnamed: ' + message;
    if (!sample && message.indexOf('is a member of an entity') >= 0) return 'there';
    return 'error: ' + message;
  }
}

exports.httpHandler = {
  endpoints: [
    {
      method: 'GET', path: 'type',
      handle: (ctx) => {
        const typeName = ctx.request.getParameter('name');
        const type = entities[typeName];
        const found = { there: 0, 'not emulated': 0 };
        if (type === undefined) { ctx.response.json({ undefined: [typeName] }); return; }
        const wrong = [];
        ctx.request.getParameter('members').split(' ').filter(Boolean).forEach((name) => {
          const looks = lookAt(type, name, samples()[typeName]);
          if (looks in found) found[looks] += 1; else wrong.push(name + ' ' + looks);
        });
        ctx.response.json({ wrong, seen: found.there + found['not emulated'] });
      },
    },
    {
      method: 'GET', path: 'module',
      handle: (ctx) => {
        const name = ctx.request.getParameter('name');
        const holder = name === 'Connection' ? new (require('@jetbrains/youtrack-scripting-api/http').Connection)('http://127.0.0.1') : require('@jetbrains/youtrack-scripting-api/' + name);
        const members = ctx.request.getParameter('members').split(' ');
        ctx.response.json({ wrong: members.filter((member) => lookAt(holder, member) === 'undefined') });
      },
    },
    {
      method: 'POST', path: 'try',
      handle: (ctx) => {
        const issue = entities.Issue.findById('DEMO-1');
        const attempts = {
          'ganttCharts': () => issue.ganttCharts, 'vcsChanges': () => issue.vcsChanges.size, 'pullRequests': () => issue.pullRequests, 'renderMarkup': () => issue.renderMarkup('*a*'),
          'pauseSLA': () => issue.pauseSLA(), 'afterMinutes': () => issue.afterMinutes(0, 1), 'Agile': () => entities.Agile.findByName('Board'), 'Calendar24x7': () => entities.Calendar24x7.instance(),
          'notifyOnCase': () => issue.reporter.notifyOnCase('x', {}, issue), 'hasRole': () => issue.reporter.hasRole('Developer'), 'projectType': () => issue.project.projectType,
          'intervalToWorkingMinutes': () => issue.project.intervalToWorkingMinutes(0, 1), 'createSharedDraft': () => entities.Issue.createSharedDraft(issue.project), 'attributes': () => issue.reporter.attributes,
          'ccUsers': () => issue.ccUsers, 'channel': () => issue.channel, 'type': () => issue.reporter.type, 'wikify': () => issue.wikify('x'), 'pluggedAttributes': () => issue.pluggedAttributes, 'sendJabber': () => issue.reporter.sendJabber('x'), 'isSwimlane': () => entities.Sprint.prototype.isSwimlane(issue),
        };
        try { attempts[ctx.request.getParameter('name')](); ctx.response.text('no error'); } catch (e) { ctx.response.text(e.message); }
      },
    },
  ],
};
