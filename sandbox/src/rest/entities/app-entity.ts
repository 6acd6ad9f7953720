import type { UsageRecord } from '../../apps/app-record.ts';
import type { InstalledApp } from '../../apps/installed-app.ts';
import type { Json } from '../../apps/json.ts';
import { createFileEntity, createModuleEntities, createWidgetEntities } from './app-part-entities.ts';
import { showAppLevel } from './app-settings-entity.ts';
import type { AppSubject } from './app-subject.ts';
import { type Attributes, createRestEntity, type RestEntity, type RestValue } from './present.ts';
import type { Scope } from './scope.ts';
import { isBrokenIn } from './unmet-requirements.ts';

const attributes: Attributes<AppSubject> = {
  name: ({ app }) => app.package.name,
  title: ({ app }) => app.package.title,
  version: ({ app }) => app.package.version,
  description: manifestText('description'),
  url: manifestText('url'),
  changeNotes: manifestText('changeNotes'),
  icon: manifestText('icon'),
  darkIcon: ({ app }) => text(app.package.manifest.iconDark ?? app.package.manifest.icon),
  vendor: ({ app }) => ({ plain: app.package.manifest.vendor ?? null }),
  tags: () => [],
  enabled: ({ record }) => record.enabled,
  autoAttach: ({ record }) => record.autoAttach,
  updated: ({ record }) => record.updated,
  canBeAttached: ({ app }) => isAttachable(app),
  hasWidgetOrHttp: ({ app }) => app.package.widgets.length > 0 || hasKind(app, 'httpHandler'),
  fromMarketplace: () => false,
  marketplaceId: () => null,
  availableUpdateId: () => null,
  availableUpdateVersion: () => null,
  permanent: () => false,
  hasBrokenUsages: (subject) => usages(subject).some(({ project }) => isBrokenIn(subject, project)),
  manifestFile: (subject) => createFileEntity(subject, 'manifest.json'),
  settingsFile: (subject) => createFileEntity(subject, 'settings.json'),
  entityExtensionsFile: (subject) => createFileEntity(subject, 'entity-extensions.json'),
  globalConfig: (subject) => showAppLevel(subject, undefined),
  usages: (subject) => usages(subject).map((usage) => showAppLevel(subject, usage)),
  attachedProjects: (subject) => usages(subject).map(({ project }) => subject.show(project)),
  widgets: (subject) => createWidgetEntities(subject, 'Widget'),
  adminWidgets: (subject) => createWidgetEntities(subject, 'AdminWidget'),
  pluggableObjects: createModuleEntities,
  rules: createModuleEntities,
};

/** An app as REST shows it. The attribute names are those that JetBrains' `youtrack-app` asks for. */
export function showApp(subject: AppSubject): RestEntity {
  return createRestEntity({ $type: 'App', id: subject.app.id }, attributes, subject);
}

/** Joins an app to what is stored of it. */
export function appSubject(scope: Scope, app: InstalledApp): AppSubject {
  const subject: AppSubject = {
    ...scope,
    app,
    record: scope.sandbox.apps.record(app),
    showApp: () => showApp(subject),
    showLevel: (usage) => showAppLevel(subject, usage),
  };
  return subject;
}

function usages({ record, tx }: AppSubject): UsageRecord[] {
  return [...record.usages.values()].filter(({ project }) => tx.typeOf(project) !== undefined);
}

/** Global scripts cannot be attached to a project; anything else can. */
function isAttachable({ package: { widgets }, realm }: InstalledApp): boolean {
  return widgets.length > 0 || realm.modules.some(({ kind }) => kind === 'rule' || kind === 'httpHandler');
}

function hasKind({ realm }: InstalledApp, wanted: string): boolean {
  return realm.modules.some(({ kind }) => kind === wanted);
}

function manifestText(key: string): (subject: AppSubject) => RestValue {
  return ({ app }) => text(app.package.manifest[key]);
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
