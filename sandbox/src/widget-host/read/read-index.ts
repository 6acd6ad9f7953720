import { canSee } from '../../world/access.ts';
import type { Transaction } from '../../world/transaction.ts';
import type { HostedSandbox } from '../hosted-sandbox.ts';
import type { IndexView } from '../pages/index-page.ts';
import type { Viewer } from '../viewer.ts';
import { readNewest } from './read-lists.ts';
import { readUser } from './read-person.ts';
import { readProject } from './read-project.ts';

export function readIndex(tx: Transaction, viewer: Viewer, sandbox: HostedSandbox): IndexView {
  const seen = (type: string) => [...tx.all(type)].filter((id) => canSee(tx, viewer.id, id));
  return {
    projects: seen('Project').map((id) => readProject(tx, id)),
    issues: readNewest(tx, viewer, tx.all('Issue')),
    articles: readNewest(tx, viewer, tx.all('Article')),
    users: seen('User').map((id) => readUser(tx, id)),
    apps: sandbox.apps.all().map((app) => ({
      name: app.package.name,
      title: app.package.title,
      version: app.package.version,
      isActive: sandbox.inactivityOf(tx, app).length === 0,
    })),
  };
}
