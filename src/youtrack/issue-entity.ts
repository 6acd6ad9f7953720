import type { Issue, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity } from '../ports/youtrack.ts';
import { once } from '../protocol/once.ts';
import { toPagePath } from '../protocol/page-path.ts';
import { describeIssue } from './describe-issue.ts';
import type { Execution } from './execution.ts';
import { findText, toText } from './host-values.ts';
import { toProject } from './projects.ts';
import { createStore } from './store.ts';

/** A YouTrack issue as the operations see it; of its project nothing is read until somebody asks. */
export function toIssueEntity(issue: Issue, execution: Execution): Entity {
  const { user } = execution;
  const key = once(() => toText(issue.id));
  const project = once(() => toProject(issue.project, execution));
  return {
    kind: 'issue',
    get key() {
      return key();
    },
    get project() {
      return project();
    },
    store: createStore(issue, execution),
    isVisible: () => maySeeIssue(user, issue),
    mayChangeLinks: () => mayLinkIssue(user, issue),
    describe: (names) => describeIssue(issue, user, names),
    readUrl: () => findText(issue.url) ?? toPagePath('issue', key()),
  };
}

export function maySeeIssue(user: User, issue: Issue): boolean {
  return issue.isVisibleTo(user);
}

export function mayLinkIssue(user: User, { project }: Issue): boolean {
  return user.hasPermission('LINK_ISSUE', project) || user.hasPermission('UPDATE_ISSUE', project);
}
