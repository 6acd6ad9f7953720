import { foldCase } from '../values.ts';
import type { WorldFileArticle } from '../world-file/issues.ts';
import { loadParts } from './load-parts.ts';
import { loadTagNames } from './load-tags.ts';
import type { LoadingWorld, Path } from './loading-world.ts';

/** Articles of the knowledge base, in any order: a parent may come after its children. */
export function loadArticles(world: LoadingWorld, articles: readonly WorldFileArticle[] = []): void {
  for (const [index, { id }] of articles.entries())
    world.name('article', { name: id, ref: world.reserve('Article'), path: ['articles', index, 'id'] });
  for (const [index, article] of articles.entries()) loadArticle(world, article, ['articles', index]);
  refuseCycles(world, articles);
}

function loadArticle(world: LoadingWorld, article: WorldFileArticle, path: Path): void {
  const [, key = '', number = ''] = /^(\w+)-[Aa]-(\d+)$/.exec(article.id) ?? [];
  const project = world.projects.get(foldCase(key));
  const ref = world.known('article', article.id);
  if (project === undefined) world.problem([...path, 'id'], `there is no project ${JSON.stringify(key)}`);
  if (project === undefined || ref === undefined) return;
  const { created = world.now } = article;
  const author = world.find('user', article.author ?? 'guest', [...path, 'author']);
  const properties = {
    id: article.id,
    numberInProject: Number(number),
    project: project.ref,
    summary: article.summary,
    content: article.content,
    author,
    created,
    updated: article.updated ?? created,
    updatedBy: world.find('user', article.updatedBy, [...path, 'updatedBy']) ?? author,
    parentArticle: world.find('article', article.parent, [...path, 'parent']),
    permittedUsers: world.findAll('user', article.permittedUsers, [...path, 'permittedUsers']),
    permittedGroups: world.findAll('group', article.permittedGroups, [...path, 'permittedGroups']),
    formerIds: article.formerIds,
    tags: loadTagNames(world, { names: article.tags, owner: author }),
  };
  world.create('Article', properties, ref);
  for (const [at, formerId] of (article.formerIds ?? []).entries())
    world.name('former article id', { name: formerId, ref, path: [...path, 'formerIds', at] });
  loadParts(world, { whole: 'article', ref, parts: article, created, path });
}

function refuseCycles(world: LoadingWorld, articles: readonly WorldFileArticle[]): void {
  const parents = new Map(articles.map(({ id, parent }) => [foldCase(id), parent]));
  for (const [index, { id }] of articles.entries()) {
    const seen = new Set([foldCase(id)]);
    let parent = parents.get(foldCase(id));
    while (parent !== undefined && parent !== null && !seen.has(foldCase(parent))) {
      seen.add(foldCase(parent));
      parent = parents.get(foldCase(parent));
    }
    if (parent !== undefined && parent !== null && foldCase(parent) === foldCase(id))
      world.problem(['articles', index, 'parent'], `${id} is its own ancestor`);
  }
}
