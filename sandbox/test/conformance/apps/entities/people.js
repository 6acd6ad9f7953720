/* rollup, format: cjs */
'use strict';

var answer = require('./answer.js');
var entities = require('@jetbrains/youtrack-scripting-api/entities.js');

function _interopNamespaceDefault(e) {
  var n = Object.create(null);
  if (e) Object.keys(e).forEach(function (k) { n[k] = e[k]; });
  return Object.freeze(n);
}

var entities__namespace = /*#__PURE__*/ _interopNamespaceDefault(entities);

const read = answer.answering('GET', 'user');
const project = (key) => entities__namespace.Project.findByKey(key);
const issue = (id) => entities__namespace.Issue.findById(id);

const httpHandler = {
  endpoints: [
    read('profile', ({ user }) => [user.login, user.fullName, user.visibleName, user.email, user.ringId, user.language, user.timeZoneId, user.registered]),
    read('flags', ({ user }) => [user.isBanned, user.isSystem]),
    read('groups', ({ user }) => answer.listOf(user.groups).sort()),
    read('teams', ({ user }) => user.teams.map((team) => team.project.key)),
    read('isInGroup', ({ user }) => [user.isInGroup('Team'), user.isInGroup('All Users'), user.isInGroup('Nobody')]),
    read('hasPermission', ({ user }) => [user.hasPermission('READ_ISSUE', project('DEMO')), user.hasPermission('READ_ISSUE', project('OPS')), user.hasPermission('READ_ISSUE')]),
    read('hasPermission-unknown', ({ user }) => user.hasPermission('FLY')),
    read('canLinkIssue', ({ user }) => [user.canLinkIssue(issue('DEMO-1')), user.canLinkIssue(issue('OPS-1'))]),
    read('votes', ({ user }) => [user.canVoteIssue(issue('DEMO-1')), user.canUnvoteIssue(issue('DEMO-1')), user.isVotedForIssue(issue('DEMO-1'))]),
    read('watches', ({ user }) => user.isWatchingIssue(issue('DEMO-1'))),
    read('tag', ({ user }) => { const tag = user.getTag('mine'); return tag && tag.owner.login; }),
    read('shared-tag', ({ user }) => { const tag = user.getSharedTag('mine'); return tag && tag.owner.login; }),
    read('no-tag', ({ user }) => user.getTag('never')),
    read('visible-issues', ({ user }) => ['DEMO-1', 'DEMO-3', 'OPS-1'].map((id) => issue(id).isVisibleTo(user))),
    read('group', () => {
      const team = entities__namespace.UserGroup.findByName('Team');
      return [team.name, team.description, team.isAutoJoin, team.isAllUsersGroup, answer.listOf(team.users)];
    }),
    read('readonly', ({ user }) => { user.fullName = 'Another'; }),
  ]
};

exports.httpHandler = httpHandler;
