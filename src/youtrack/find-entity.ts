import type { Entity, FlagName } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { toLowerKey, toUpperKey } from '../protocol/letter-case.ts';
import { toArticleEntity } from './article-entity.ts';
import type { Execution } from './execution.ts';
import { toIssueEntity } from './issue-entity.ts';
import { toProjectEntity } from './project-entity.ts';
import { toUserEntity } from './user-entity.ts';

/**
 * Looks an object up as written and then in the letter case YouTrack gives its keys, because whether its finders mind
 * the letter case is not documented. They find what the caller may not see: checking that is up to the operations.
 */
export function findEntity(execution: Execution, { kind, key }: KeyReading): Entity | undefined {
  const { api } = execution;
  switch (kind) {
    case 'issue': {
      const issue = api.Issue.findById(key) ?? api.Issue.findById(toUpperKey(key));
      return issue ? toIssueEntity(issue, execution) : undefined;
    }
    case 'article': {
      const article = api.Article.findById(key) ?? api.Article.findById(toUpperKey(key));
      return article ? toArticleEntity(article, execution) : undefined;
    }
    case 'project': {
      const project = api.Project.findByKey(key) ?? api.Project.findByKey(toUpperKey(key));
      return project ? toProjectEntity(project, execution) : undefined;
    }
    case 'user': {
      const user = api.User.findByLogin(key) ?? api.User.findByLogin(toLowerKey(key));
      return user ? toUserEntity(user, execution) : undefined;
    }
  }
}

/** Every object on which a flag was ever written with this value, kind by kind. */
export function listFlagged(execution: Execution, flag: FlagName, value: boolean): readonly Entity[] {
  const entities: Entity[] = [];
  visitFlagged(execution, { [flag]: value }, (entity) => {
    entities.push(entity);
  });
  return entities;
}

/** Goes through them. */
export function visitFlagged(
  execution: Execution,
  flags: Partial<Record<FlagName, boolean>>,
  visit: (entity: Entity) => void,
): void {
  const { api } = execution;
  // Of the flags users alone have this one, and a query for what a type does not declare fails.
  if (flags.hasTrackerIdentity === undefined) {
    api.Issue.findByExtensionProperties(flags).forEach((issue) => {
      visit(toIssueEntity(issue, execution));
    });
    api.Article.findByExtensionProperties(flags).forEach((article) => {
      visit(toArticleEntity(article, execution));
    });
    api.Project.findByExtensionProperties(flags).forEach((project) => {
      visit(toProjectEntity(project, execution));
    });
  }
  api.User.findByExtensionProperties(flags).forEach((user) => {
    visit(toUserEntity(user, execution));
  });
}
