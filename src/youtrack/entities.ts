import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity } from '../ports/youtrack.ts';
import { toPagePath } from '../protocol/addresses.ts';
import {
  mayLinkArticle,
  mayLinkIssue,
  mayLinkProject,
  mayLinkUser,
  maySeeArticle,
  maySeeIssue,
  maySeeProject,
  maySeeUser,
} from './access.ts';
import { describeArticle, describeIssue, describeProject, describeUser } from './describe.ts';
import type { Execution } from './execution.ts';
import { findText, toText } from './host-values.ts';
import { toProject } from './projects.ts';
import { createIdentityStore, createStore } from './store.ts';

/** A YouTrack issue as the operations see it; of its project nothing is read until somebody asks. */
export function toIssueEntity(issue: Issue, execution: Execution): Entity {
  const { user } = execution;
  const key = toText(issue.id);
  return {
    kind: 'issue',
    key,
    get project() {
      return toProject(issue.project, execution);
    },
    store: createStore(issue, execution),
    isVisible: () => maySeeIssue(user, issue),
    mayChangeLinks: () => mayLinkIssue(user, issue),
    describe: (names) => describeIssue(issue, user, names),
    readUrl: () => findText(issue.url) ?? toPagePath('issue', key),
  };
}

export function toArticleEntity(article: Article, execution: Execution): Entity {
  const { user } = execution;
  const key = toText(article.id);
  return {
    kind: 'article',
    key,
    get project() {
      return toProject(article.project, execution);
    },
    store: createStore(article, execution),
    isVisible: () => maySeeArticle(user, article),
    mayChangeLinks: () => mayLinkArticle(user, article),
    describe: () => describeArticle(article),
    readUrl: () => findText(article.url) ?? toPagePath('article', key),
  };
}

/** The API knows no addresses of projects and users. */
export function toProjectEntity(project: Project, execution: Execution): Entity {
  const { user } = execution;
  const key = toText(project.key);
  return {
    kind: 'project',
    key,
    get project() {
      return toProject(project, execution);
    },
    store: createStore(project, execution),
    isVisible: () => maySeeProject(user, project),
    mayChangeLinks: () => mayLinkProject(user, project),
    describe: () => describeProject(project),
    readUrl: () => toPagePath('project', key),
  };
}

export function toUserEntity(other: User, execution: Execution): Entity {
  const { user } = execution;
  const key = toText(other.login);
  return {
    kind: 'user',
    key,
    project: undefined,
    store: createStore(other, execution),
    identity: createIdentityStore(other, execution),
    isVisible: () => maySeeUser(user, other),
    mayChangeLinks: () => mayLinkUser(user, other),
    describe: () => describeUser(other),
    readUrl: () => toPagePath('user', key),
  };
}
