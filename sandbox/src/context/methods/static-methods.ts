import type { Execution } from '../../ports/execution.ts';
import { canSee } from '../../world/access.ts';
import { createArticle } from '../../world/articles.ts';
import { createIssue } from '../../world/issues.ts';
import { findArticle, findGroup } from '../../world/lookup.ts';
import type { Id, Transaction, Value } from '../../world/transaction.ts';
import { foldCase, idsIn } from '../../world/values.ts';
import { entityArgument } from '../arguments.ts';
import { findIssueForScript } from '../find-issue.ts';
import { entitiesToScript, entityToScript, type ScriptValue } from '../script-values.ts';
import type { StaticMethod } from './method.ts';

/** Finders and makers of the entity types; what is not found is `null`. They do not ask whether the user may see it. */
export const staticMethods: Readonly<Record<string, Readonly<Record<string, StaticMethod>>>> = {
  Issue: {
    findById: ({ change }, [id]) => entityToScript(change.tx, findIssueForScript(change.tx, textOf(id))),
    createDraft: createDraft,
  },
  Article: {
    createDraft: ({ change: { tx, sandbox } }, [project, author]) =>
      entityToScript(
        tx,
        createArticle(tx, {
          project: entityArgument(project, 'project', ['Project']).id,
          author: entityArgument(author, 'author', ['User']).id,
          now: sandbox.clock.now(),
          summary: '',
          isDraft: true,
        }),
      ),
    findById: ({ change }, [id]) =>
      entityToScript(change.tx, readable(change.tx, findArticle(change.tx, textOf(id)), id)),
  },
  Project: {
    findByKey: ({ change }, [key]) => entityToScript(change.tx, byText(change.tx, ['Project', 'key'], key)),
    findByName: ({ change }, [name]) =>
      entityToScript(change.tx, byText(change.tx, ['Project', 'name'], name)),
  },
  User: {
    current: ({ change, user }) => entityToScript(change.tx, user),
    findByLogin: ({ change }, [login]) =>
      entityToScript(change.tx, byText(change.tx, ['User', 'login'], login)),
    findByEmail: ({ change }, [email]) =>
      entitiesToScript(change.tx, change.tx.find('User', 'email', textOf(email))),
    findUniqueByEmail({ change }, [email]) {
      const found = change.tx.find('User', 'email', textOf(email));
      return found.length === 1 ? entityToScript(change.tx, found[0]) : null;
    },
  },
  UserGroup: {
    allUsersGroup: ({ change }) =>
      entityToScript(change.tx, change.tx.find('UserGroup', 'isAllUsersGroup', true)[0]),
    findByName: ({ change }, [name]) =>
      entityToScript(change.tx, named(change.tx, findGroup(change.tx, textOf(name)), name)),
  },
  Agile: {
    findByName: ({ change: { tx } }, [name]) => entitiesToScript(tx, tx.find('Agile', 'name', textOf(name))),
  },
  IssueLinkPrototype: { findByName: findLinkType },
  Tag: {
    findByName: (execution, [name, ignoreVisibility]) =>
      findFolders(execution, 'Tag', { name, ignoreVisibility }),
    findTagByName: (execution, [name]) => firstFolder(execution, 'Tag', name),
    findByOwner: ({ change }, [owner]) =>
      entitiesToScript(
        change.tx,
        change.tx.find('Tag', 'owner', { ref: entityArgument(owner, 'owner', ['User']).id }),
      ),
  },
  IssueTag: {
    findByName: (execution, [name]) => findFolders(execution, 'Tag', { name }),
    findTagByName: (execution, [name]) => firstFolder(execution, 'Tag', name),
  },
  SavedQuery: {
    findByName: (execution, [name]) => findFolders(execution, 'SavedQuery', { name }),
    findQueryByName: (execution, [name]) => firstFolder(execution, 'SavedQuery', name),
  },
  WorkItemType: {
    findByProject: ({ change }) => entitiesToScript(change.tx, [...change.tx.all('WorkItemType')]),
  },
};

/** Finders take any value a script hands over; what is no text finds nothing. */
function textOf(value: ScriptValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function byText(
  tx: Transaction,
  [type, property]: readonly [string, string],
  value: ScriptValue | undefined,
): Id | undefined {
  return tx.find(type, property, textOf(value))[0];
}

/** Scripts find articles by their visible id only, not by the internal one. */
function readable(tx: Transaction, found: Id | undefined, id: ScriptValue | undefined): Id | undefined {
  return found === id || found === undefined || tx.typeOf(found) === undefined ? undefined : found;
}

function named(tx: Transaction, found: Id | undefined, name: ScriptValue | undefined): Id | undefined {
  return found !== undefined && foldCase(String(tx.get(found, 'name'))) === foldCase(textOf(name))
    ? found
    : undefined;
}

function findLinkType({ change: { tx } }: Execution, [name]: readonly ScriptValue[]) {
  for (const property of ['name', 'outward', 'inward']) {
    const [found] = tx.find('IssueLinkPrototype', property, textOf(name));
    if (found !== undefined) return entityToScript(tx, found);
  }
  return null;
}

interface FolderQuery {
  readonly name: ScriptValue | undefined;
  readonly ignoreVisibility?: ScriptValue | undefined;
}

/** Tags and saved searches of a name; those of the current user come first. */
function foldersNamed(
  { change: { tx }, user }: Execution,
  type: string,
  { name, ignoreVisibility }: FolderQuery,
): Id[] {
  const found = tx
    .find(type, 'name', textOf(name))
    .filter((id) => ignoreVisibility === true || canSee(tx, user, id));
  const isOwn = (id: Id) => refersTo(tx.get(id, 'owner'), user);
  return [...found.filter(isOwn), ...found.filter((id) => !isOwn(id))];
}

function findFolders(execution: Execution, type: string, query: FolderQuery) {
  return entitiesToScript(execution.change.tx, foldersNamed(execution, type, query));
}

function firstFolder(execution: Execution, type: string, name: ScriptValue | undefined) {
  return entityToScript(execution.change.tx, foldersNamed(execution, type, { name })[0]);
}

function createDraft({ change }: Execution, [project, reporter]: readonly ScriptValue[]) {
  const { tx, sandbox } = change;
  const draft = createIssue(tx, {
    project: entityArgument(project, 'project', ['Project']).id,
    reporter: entityArgument(reporter, 'reporter', ['User']).id,
    now: sandbox.clock.now(),
    summary: '',
    isDraft: true,
  });
  return entityToScript(tx, draft);
}

function refersTo(value: Value, id: Id): boolean {
  return idsIn(value)[0] === id;
}
