import { projectFieldTypes, projectFieldValueTypes } from './custom-fields.ts';
import { groupsOf, holdingsOf } from './holdings.ts';
import { isPermissionKey, UnknownPermissionError } from './permission-keys.ts';
import type { Id, Transaction } from './transaction.ts';
import { idsIn } from './values.ts';

/**
 * Whether the user holds a permission, by themselves or through a group. Without a project: globally or in any project.
 * A banned user holds nothing, and nobody holds anything by merely being in a project's team.
 * @throws UnknownPermissionError
 */
export function hasPermission(tx: Transaction, user: Id, key: string, project?: Id): boolean {
  if (!isPermissionKey(key)) throw new UnknownPermissionError(key);
  const { everywhere, inProjects } = holdingsOf(tx, user);
  if (includesKey(everywhere, key)) return true;
  if (project !== undefined) return includesKey(inProjects.get(project), key);
  return [...inProjects.values()].some((keys) => includesKey(keys, key));
}

function includesKey(keys: ReadonlySet<string> | undefined, key: string): boolean {
  return keys !== undefined && (keys.has(key) || keys.has('*'));
}

/** Whether the user may know of the entity. What is part of something else is as visible as that, or less. */
export function canSee(tx: Transaction, user: Id, entity: Id): boolean {
  const type = tx.typeOf(entity);
  const check = type === undefined ? undefined : checks.get(type);
  if (check === undefined || tx.get(user, 'isBanned') === true) return false;
  return check(tx, user, entity);
}

type Check = (tx: Transaction, user: Id, entity: Id) => boolean;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['Issue', canSeeIssue],
  ['Article', canSeeArticle],
  ['Project', canSeeProject],
  ['User', canSeeUser],
  ['UserGroup', canSeeGroup],
  ['ProjectTeam', canSeeGroup],
  ['IssueComment', partOf('issue', 'READ_COMMENT')],
  ['ArticleComment', partOf('article', 'READ_ARTICLE_COMMENT')],
  ['IssueAttachment', partOf('issue')],
  ['ArticleAttachment', partOf('article')],
  ['IssueWorkItem', partOf('issue', 'READ_WORK_ITEM')],
  ['Tag', canSeeFolder],
  ['SavedQuery', canSeeFolder],
  ...projectFieldTypes.map((type) => [type, seenWithProject] as const),
  ...projectFieldValueTypes.map((type) => [type, seenWithField] as const),
  ['Agile', canSeeBoard],
  [
    'Sprint',
    (tx, user, sprint) => idsIn(tx.get(sprint, 'agile')).every((board) => canSeeBoard(tx, user, board)),
  ],
  ['IssueLink', canSeeLink],
  ['IssueLinkPrototype', () => true],
  ['WorkItemType', () => true],
]);

/** A board is seen by its owner, and by who sees one of its projects; one of no project by everybody [?]. */
function canSeeBoard(tx: Transaction, user: Id, board: Id): boolean {
  if (refersTo(tx, { entity: board, property: 'author' }, user)) return true;
  const projects = idsIn(tx.get(board, 'projects'));
  return projects.length === 0 || projects.some((project) => canSeeProject(tx, user, project));
}

function canSeeIssue(tx: Transaction, user: Id, issue: Id): boolean {
  const isReporter = refersTo(tx, { entity: issue, property: 'reporter' }, user);
  if (tx.get(issue, 'isDraft') === true) return isReporter;
  const project = projectOf(tx, issue);
  const mayRead =
    hasPermission(tx, user, 'READ_ISSUE', project) ||
    (isReporter && hasPermission(tx, user, 'CREATE_ISSUE', project));
  return mayRead && isPermitted(tx, user, issue);
}

/**
 * An article is hidden where an article above it is: nothing in JetBrains' documentation says whether a restriction
 * reaches sub-articles, and showing too much would be the worse mistake.
 */
function canSeeArticle(tx: Transaction, user: Id, article: Id): boolean {
  if (tx.get(article, 'isDraft') === true) return refersTo(tx, { entity: article, property: 'author' }, user);
  if (!hasPermission(tx, user, 'READ_ARTICLE', projectOf(tx, article))) return false;
  const seen = new Set<Id>();
  for (let above: Id | undefined = article; above !== undefined && !seen.has(above); ) {
    if (!isPermitted(tx, user, above)) return false;
    seen.add(above);
    [above] = idsIn(tx.get(above, 'parentArticle'));
  }
  return true;
}

function canSeeProject(tx: Transaction, user: Id, project: Id): boolean {
  return (
    hasPermission(tx, user, 'READ_PROJECT_BASIC', project) || hasPermission(tx, user, 'READ_PROJECT', project)
  );
}

function canSeeUser(tx: Transaction, user: Id, other: Id): boolean {
  return user === other || hasPermission(tx, user, 'READ_USER_BASIC') || hasPermission(tx, user, 'READ_USER');
}

function canSeeGroup(tx: Transaction, user: Id, group: Id): boolean {
  return groupsOf(tx, user).has(group) || hasPermission(tx, user, 'READ_USERGROUP');
}

/** Comments, attachments, work items: their issue or article, a permission of their own, their own restriction. */
function partOf(property: string, key?: string): Check {
  return (tx, user, entity) => {
    const [whole] = idsIn(tx.get(entity, property));
    if (whole === undefined || !canSee(tx, user, whole)) return false;
    const isOwn = refersTo(tx, { entity, property: 'author' }, user);
    if (key !== undefined && !isOwn && !hasPermission(tx, user, key, projectOf(tx, whole))) return false;
    return isPermitted(tx, user, entity);
  };
}

/** A project's custom fields are seen with the project. */
function seenWithProject(tx: Transaction, user: Id, field: Id): boolean {
  return canSeeProject(tx, user, projectOf(tx, field));
}

/** The values of a custom field are seen with the field. */
function seenWithField(tx: Transaction, user: Id, value: Id): boolean {
  const [field] = idsIn(tx.get(value, 'projectField'));
  return field !== undefined && seenWithProject(tx, user, field);
}

/** A link is seen by those who see both of its issues. */
function canSeeLink(tx: Transaction, user: Id, link: Id): boolean {
  const ends = [tx.get(link, 'source'), tx.get(link, 'target')].flatMap(idsIn);
  return ends.length === 2 && ends.every((issue) => canSee(tx, user, issue));
}

/** Tags and saved searches: their owner's, and those of the users and groups they are shared with. */
function canSeeFolder(tx: Transaction, user: Id, folder: Id): boolean {
  if (refersTo(tx, { entity: folder, property: 'owner' }, user)) return true;
  if (idsIn(tx.get(folder, 'permittedReadUsers')).includes(user)) return true;
  const groups = groupsOf(tx, user);
  return idsIn(tx.get(folder, 'permittedReadUserGroups')).some((group) => groups.has(group));
}

/**
 * An entity without permitted users and groups is open to all who may read at all. One whose permitted users and groups
 * are all gone is not: it stays closed.
 */
function isPermitted(tx: Transaction, user: Id, entity: Id): boolean {
  const users = tx.get(entity, 'permittedUsers');
  const groups = tx.get(entity, 'permittedGroups');
  if ((users === null && groups === null) || idsIn(users).includes(user)) return true;
  const own = groupsOf(tx, user);
  return (
    idsIn(groups).some((group) => own.has(group)) ||
    hasPermission(tx, user, 'READ_HIDDEN_STUFF', projectOf(tx, entity))
  );
}

function refersTo(
  tx: Transaction,
  { entity, property }: { entity: Id; property: string },
  target: Id,
): boolean {
  return idsIn(tx.get(entity, property))[0] === target;
}

/** The project of an issue, an article or a part of one; an id nobody holds anything in when there is none. */
function projectOf(tx: Transaction, entity: Id): Id {
  for (const property of ['project', 'issue', 'article']) {
    const [target] = idsIn(tx.get(entity, property));
    if (target !== undefined) return property === 'project' ? target : projectOf(tx, target);
  }
  return '';
}
