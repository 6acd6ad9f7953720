import type { Inactivity } from '../apps/inactivity.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { resolveRequirements } from './resolve-requirements.ts';

/** Where an app is inactive, or some script of it: on the server, and in the projects it is attached to. */
export function whyInactive(
  tx: Transaction,
  app: Pick<InstalledApp, 'isAttached' | 'obstacles' | 'realm'>,
): readonly Inactivity[] {
  const places = [undefined, ...[...tx.all('Project')].filter((project) => app.isAttached(project))];
  return places
    .map((project) => ({
      project: project === undefined ? undefined : String(tx.get(project, 'key')),
      reasons: [...app.obstacles(project), ...unmetRequirements(tx, app, project)],
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** The same in one line, as logs and the command line say it. */
export function describeInactivity({ project, reasons }: Inactivity): string {
  const place = project === undefined ? 'on the server' : `in the project ${project}`;
  return `Inactive ${place}: ${reasons.join('; ')}`;
}

function unmetRequirements(
  tx: Transaction,
  app: Pick<InstalledApp, 'realm'>,
  project: Id | undefined,
): string[] {
  if (project === undefined) return [];
  return app.realm.modules.flatMap((script) =>
    script.kind === 'library' ? [] : resolveRequirements(tx, { script, project }).problems,
  );
}
