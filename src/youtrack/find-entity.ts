import type { PageEntity } from '../ports/page-ports.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { toLowerKey, toUpperKey } from '../protocol/letter-case.ts';
import { articleEntity, issueEntity, projectEntity, userEntity, type Viewer } from './entities.ts';
import type { YouTrack } from './youtrack.ts';

/**
 * Looks an object up as written and then in the letter case YouTrack gives its keys, because whether its finders mind
 * the letter case is not documented. They find what the caller may not see: checking that is up to the operations.
 */
export function findEntity(api: YouTrack, viewer: Viewer, { kind, key }: KeyReading): PageEntity | undefined {
  switch (kind) {
    case 'issue': {
      const issue = api.Issue.findById(key) ?? api.Issue.findById(toUpperKey(key));
      return issue ? issueEntity(issue, viewer) : undefined;
    }
    case 'article': {
      const article = api.Article.findById(key) ?? api.Article.findById(toUpperKey(key));
      return article ? articleEntity(article, viewer) : undefined;
    }
    case 'project': {
      const project = api.Project.findByKey(key) ?? api.Project.findByKey(toUpperKey(key));
      return project ? projectEntity(project, viewer) : undefined;
    }
    case 'user': {
      const user = api.User.findByLogin(key) ?? api.User.findByLogin(toLowerKey(key));
      return user ? userEntity(user, viewer) : undefined;
    }
  }
}

/** Every object that has links, found by its flag. */
export function listLinkedEntities(api: YouTrack, viewer: Viewer): readonly PageEntity[] {
  return listByFlag(api, viewer, true);
}

/**
 * Every object whose links were ever written: a write always sets the flag one way or the other. Objects without any flag are
 * not looked at; the server has no query for them that would not visit all it holds.
 */
export function listEverLinked(api: YouTrack, viewer: Viewer): readonly PageEntity[] {
  return [...listByFlag(api, viewer, true), ...listByFlag(api, viewer, false)];
}

function listByFlag(api: YouTrack, viewer: Viewer, hasTrackerLinks: boolean): readonly PageEntity[] {
  const entities: PageEntity[] = [];
  api.Issue.findByExtensionProperties({ hasTrackerLinks }).forEach((issue) => {
    entities.push(issueEntity(issue, viewer));
  });
  api.Article.findByExtensionProperties({ hasTrackerLinks }).forEach((article) => {
    entities.push(articleEntity(article, viewer));
  });
  api.Project.findByExtensionProperties({ hasTrackerLinks }).forEach((project) => {
    entities.push(projectEntity(project, viewer));
  });
  api.User.findByExtensionProperties({ hasTrackerLinks }).forEach((user) => {
    entities.push(userEntity(user, viewer));
  });
  return entities;
}
