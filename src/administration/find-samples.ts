import type { Entity, Host } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import type { StatusAnswer } from './status-answer.ts';

// Projects that are asked for an article when none is linked.
const projectsAsked = 20;

/** A key of each kind that the caller may see; any will do. */
export function findSamples(
  host: Host,
  entities: readonly Entity[],
  projectKeys: readonly string[],
): StatusAnswer['samples'] {
  const issue = findVisible(entities, 'issue');
  const article = findVisible(entities, 'article') ?? findArticle(host, projectKeys);
  const project = projectKeys.find((key) => host.findProject(key)?.isVisible());
  return {
    ...(issue && { issue: issue.key }),
    ...(article && { article: article.key }),
    ...(project !== undefined && { project }),
    user: host.caller.login,
  };
}

function findVisible(entities: readonly Entity[], kind: EntityKind): Entity | undefined {
  return entities.find((entity) => entity.kind === kind && entity.isVisible());
}

function findArticle(host: Host, projectKeys: readonly string[]): Entity | undefined {
  for (const key of projectKeys.slice(0, projectsAsked)) {
    const article = host.findArticleOf(key);
    if (article !== undefined) return article;
  }
  return undefined;
}
