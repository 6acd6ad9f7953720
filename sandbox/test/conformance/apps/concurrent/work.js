const entities = require('@jetbrains/youtrack-scripting-api/entities');

const targets = { a: 'DEMO-1', b: 'DEMO-2', c: 'DEMO-3' };
const sets = {
  people: (issue) => issue.extensionProperties.people,
  tags: (issue) => issue.tags,
  versions: (issue) => issue.fields.Versions,
  visibleTo: (issue) => issue.permittedUsers,
  relates: (issue) => issue.links['relates to'],
  depends: (issue) => issue.links['depends on'],
};

function elementOf(issue, set, name, user) {
  if (set === 'tags') return user.getTag(name);
  if (set === 'versions') return issue.project.findFieldByName('Versions').findValueByName(name);
  if (set === 'relates' || set === 'depends') return entities.Issue.findById(targets[name]);
  return entities.User.findByLogin(name);
}

function changeSet(issue, [mode, set, name], user) {
  const element = elementOf(issue, set, name, user);
  if (set !== 'watchers') sets[set](issue)[mode](element);
  else if (mode === 'add') element.watchIssue(issue);
  else element.unwatchIssue(issue);
}

function setSingle(issue, name, value) {
  if (name === 'summary') issue.summary = value;
  else if (name === 'state') issue.fields.State = value;
  else issue.extensionProperties.note = value;
}

function take(issue, other, step, user) {
  const [verb, first, second] = step;
  if (verb === 'set') setSingle(issue, first, second);
  else if (verb === 'append') issue.extensionProperties.note = issue.extensionProperties.note + first;
  else if (verb === 'add' || verb === 'delete') changeSet(issue, step, user);
  else if (verb === 'clear') sets[first](issue).clear();
  else if (verb === 'comment') issue.addComment(first);
  else if (verb === 'attach') issue.addAttachment('text', first, 'utf-8', 'text/plain');
  else if (verb === 'relateOther') issue.links['relates to'].add(other);
  else if (verb === 'relateBack') other.links['relates to'].add(issue);
  else if (verb === 'setOther') other.extensionProperties.note = first;
}

function names(set, name) {
  const found = [];
  set.forEach((element) => found.push(name(element)));
  return found.sort();
}

function linkNames(set) {
  return names(set, ({ id }) => Object.keys(targets).find((name) => targets[name] === id) || 'other');
}

exports.httpHandler = {
  endpoints: [
    {
      scope: 'issue',
      method: 'POST',
      path: 'take',
      handle(ctx) {
        const { other, steps } = ctx.request.json();
        for (const step of steps) take(ctx.issue, entities.Issue.findById(other), step, ctx.currentUser);
        ctx.response.json({});
      },
    },
    {
      scope: 'issue',
      method: 'GET',
      path: 'state',
      handle({ issue, response }) {
        const login = (user) => user.login;
        const watchers = ['a', 'b', 'c'].filter((name) => entities.User.findByLogin(name).isWatchingIssue(issue));
        response.json({
          summary: issue.summary,
          note: issue.extensionProperties.note,
          state: issue.fields.State ? issue.fields.State.name : null,
          people: names(issue.extensionProperties.people, login),
          tags: names(issue.tags, ({ name }) => name),
          versions: names(issue.fields.Versions, ({ name }) => name),
          visibleTo: names(issue.permittedUsers, login),
          watchers,
          relates: linkNames(issue.links['relates to']),
          depends: linkNames(issue.links['depends on']),
          comments: names(issue.comments, ({ text }) => text),
          attachments: names(issue.attachments, ({ name }) => name),
        });
      },
    },
  ],
};
