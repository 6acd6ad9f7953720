import type { InstalledApp } from '../apps/installed-app.ts';
import type { EndpointScope } from '../realm/script-module.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';

/** Something of each kind on which an app can be tried, as URLs name it; what there is not is undefined. */
export type Examples = Readonly<Record<Exclude<EndpointScope, 'global'>, string | undefined>>;

/** Looks in the projects where the app works. */
export function findExamples(tx: Transaction, app: InstalledApp): Examples {
  const isHere = (project: Id) => app.isAttached(project) && app.isActive(project);
  const firstOf = (type: string) => {
    for (const id of tx.all(type)) if (idsIn(tx.get(id, 'project')).some(isHere)) return textOf(tx, id, 'id');
    return undefined;
  };
  const project = [...tx.all('Project')].find(isHere);
  const user =
    [...tx.all('User')].find((id) => textOf(tx, id, 'login') === 'admin') ?? [...tx.all('User')][0];
  return {
    issue: firstOf('Issue'),
    article: firstOf('Article'),
    project: project === undefined ? undefined : textOf(tx, project, 'key'),
    user: user === undefined ? undefined : textOf(tx, user, 'login'),
  };
}

function textOf(tx: Transaction, id: Id, property: string): string {
  return String(tx.get(id, property));
}
