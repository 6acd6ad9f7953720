import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { describeInactivity, whyInactive } from './why-inactive.ts';

/** Says in each app's log, which is echoed at the start, where the app is inactive and why. */
export async function logInactivity({ world, apps }: Pick<Sandbox, 'world' | 'apps'>): Promise<void> {
  for (const app of apps.all()) await logInactivityOf(world, app);
}

/** The same for one app. */
export async function logInactivityOf({ transactions }: Sandbox['world'], app: InstalledApp): Promise<void> {
  const places = await transactions.run('read', (tx) => whyInactive(tx, app));
  for (const place of places)
    app.log({ level: 'WARN', script: undefined, message: describeInactivity(place) });
}
