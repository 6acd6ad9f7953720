import type { LinkedOverview } from '../administration/look-at-linked.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { StatusAnswer } from './status-answer.ts';

// Projects that are asked for an article when none is linked.
const projectsAsked = 20;

/** A key of each kind that the caller may see; any will do. */
export function findSamples(
  host: Host,
  seen: LinkedOverview['seen'],
  projectKeys: readonly string[],
): StatusAnswer['samples'] {
  const { issue, article = findArticle(host, projectKeys)?.key } = seen;
  const project = projectKeys.find((key) => host.findProject(key)?.isVisible());
  return {
    ...(issue !== undefined && { issue }),
    ...(article !== undefined && { article }),
    ...(project !== undefined && { project }),
    user: host.caller.login,
  };
}

function findArticle(host: Host, projectKeys: readonly string[]): Entity | undefined {
  for (const key of projectKeys.slice(0, projectsAsked)) {
    const article = host.findArticleOf(key);
    if (article !== undefined) return article;
  }
  return undefined;
}
