import { attachApp } from '../apps/attach-app.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { unpackPackage } from '../apps/load-package.ts';
import { runSchedule } from '../jobs/run-schedule.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { existingApp, notFound } from '../rest/app-access.ts';
import { changeGlobalConfiguration, changeProjectConfiguration } from '../rest/change-app-settings.ts';
import { RestError } from '../rest/rest-error.ts';
import { logInactivityOf } from '../rules/log-inactivity.ts';
import { findProject } from '../world/lookup.ts';
import type { Id } from '../world/transaction.ts';
import { readSettingsForm } from './read-settings-form.ts';
import type { InspectorTexts } from './texts.ts';

/** Where something is done, and in which language it is answered. */
export interface ActPlace {
  readonly sandbox: Sandbox;
  readonly texts: InspectorTexts;
  readonly reset: (() => Promise<void>) | undefined;
}

/** Does what a form asks for. @returns a sentence on what came of it @throws RestError and what else is refused */
type Act = (place: ActPlace, form: FormData) => Promise<string>;

/** What the inspector's forms can have done, by the value of their field `act`. */
export const acts: Readonly<Record<string, Act>> = {
  'run-job': runJob,
  'run-schedule': runScheduleNow,
  'save-settings': saveSettings,
  attach,
  detach,
  upload,
  async clear({ sandbox, texts }) {
    sandbox.journal.clear();
    return texts.done;
  },
  async reset({ reset, texts }) {
    if (reset === undefined) throw new RestError(501, texts.noReset);
    await reset();
    return texts.done;
  },
};

async function runJob({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const wasWaiting = await sandbox.jobs.runNow(Number(form.get('id')));
  return wasWaiting ? texts.done : texts.gone;
}

async function runScheduleNow({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const app = appOf(sandbox, form);
  const { issues, problem } = await runSchedule(sandbox, app, String(form.get('script')));
  if (problem !== undefined) throw new RestError(400, problem);
  return issues.length === 0 ? texts.ranForNone : texts.ran.replace('{issues}', issues.join(', '));
}

async function saveSettings({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const app = appOf(sandbox, form);
  const { settings } = app.package;
  const enabled = form.has('enabled');
  const project = form.has('project') ? await projectOf(sandbox, form) : undefined;
  await sandbox.apps.change(app, (tx, record) => {
    if (project === undefined) {
      const body = { enabled, globalSettings: readSettingsForm(form, settings, 'GLOBAL') };
      return changeGlobalConfiguration(tx, { app, record, body });
    }
    const usage = record.usages.get(project);
    const body = { enabled, projectSettings: readSettingsForm(form, settings, 'PROJECT') };
    if (usage !== undefined) changeProjectConfiguration(tx, { app, usage, body });
  });
  await logInactivityOf(sandbox.world, app);
  return texts.done;
}

async function attach({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const app = appOf(sandbox, form);
  const project = await projectOf(sandbox, form);
  await sandbox.apps.change(app, (tx, { usages }) => {
    if (!usages.has(project)) attachApp(tx, { app: app.id, project });
  });
  await logInactivityOf(sandbox.world, app);
  return texts.done;
}

async function detach({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const app = appOf(sandbox, form);
  const project = await projectOf(sandbox, form);
  await sandbox.apps.change(app, (tx, { usages }) => {
    const usage = usages.get(project);
    if (usage !== undefined) tx.remove(usage.id);
  });
  return texts.done;
}

async function upload({ sandbox, texts }: ActPlace, form: FormData): Promise<string> {
  const file = form.get('file');
  if (!(file instanceof Blob) || file.size === 0) throw new RestError(400, texts.noFile);
  const app = await sandbox.apps.install(unpackPackage(new Uint8Array(await file.arrayBuffer())));
  await logInactivityOf(sandbox.world, app);
  return texts.imported.replace('{app}', app.package.title);
}

function appOf(sandbox: Sandbox, form: FormData): InstalledApp {
  return existingApp(sandbox, String(form.get('app')));
}

function projectOf({ world }: Sandbox, form: FormData): Promise<Id> {
  const key = String(form.get('project'));
  return world.transactions.run('read', (tx) => {
    const project = findProject(tx, key);
    if (project === undefined) throw notFound('Project', key);
    return project;
  });
}
