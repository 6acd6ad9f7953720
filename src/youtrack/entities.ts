import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { PageEntity } from '../ports/page-ports.ts';
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
import { presentArticle, presentIssue, presentProject, presentUser } from './present.ts';
import { createEntityProject, createLinkStore, type WriteListener } from './stored-links.ts';

/** Who looks, and who is told of writes. */
export interface Viewer {
  readonly user: User;
  readonly onWrite: WriteListener;
}

/** A YouTrack issue as the operations see it. */
export function issueEntity(issue: Issue, { user, onWrite }: Viewer): PageEntity {
  return {
    kind: 'issue',
    key: issue.id,
    project: createEntityProject(issue.project, onWrite),
    links: createLinkStore(issue, onWrite),
    isVisible: () => maySeeIssue(user, issue),
    mayChangeLinks: () => mayLinkIssue(user, issue),
    describe: (fields) => describeIssue(issue, fields, user),
    ...presentIssue(issue),
  };
}

export function articleEntity(article: Article, { user, onWrite }: Viewer): PageEntity {
  return {
    kind: 'article',
    key: article.id,
    project: createEntityProject(article.project, onWrite),
    links: createLinkStore(article, onWrite),
    isVisible: () => maySeeArticle(user, article),
    mayChangeLinks: () => mayLinkArticle(user, article),
    describe: () => describeArticle(article),
    ...presentArticle(article),
  };
}

export function projectEntity(project: Project, { user, onWrite }: Viewer): PageEntity {
  return {
    kind: 'project',
    key: project.key,
    project: createEntityProject(project, onWrite),
    links: createLinkStore(project, onWrite),
    isVisible: () => maySeeProject(user, project),
    mayChangeLinks: () => mayLinkProject(user, project),
    describe: () => describeProject(project),
    ...presentProject(project),
  };
}

export function userEntity(other: User, { user, onWrite }: Viewer): PageEntity {
  return {
    kind: 'user',
    key: other.login,
    project: undefined,
    links: createLinkStore(other, onWrite),
    isVisible: () => maySeeUser(user, other),
    mayChangeLinks: () => mayLinkUser(user, other),
    describe: () => describeUser(other),
    ...presentUser(other),
  };
}
