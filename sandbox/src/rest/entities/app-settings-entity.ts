import type { StoredSettings, UsageRecord } from '../../apps/app-record.ts';
import { isJsonObject, type Json } from '../../apps/json.ts';
import { secretMask } from '../../apps/parse-setting.ts';
import { missingGlobally, missingInProject } from '../../apps/resolve-settings.ts';
import type { SettingDeclaration } from '../../apps/setting-declaration.ts';
import type { AppSubject } from './app-subject.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Scope } from './scope.ts';
import { isBrokenIn } from './unmet-requirements.ts';

type LevelSubject = AppSubject & { usage: UsageRecord | undefined };

/** An app's configuration: the global one, or the one of a project it is attached to. */
export function showAppLevel(subject: AppSubject, usage: UsageRecord | undefined): RestEntity {
  const identity =
    usage === undefined
      ? { $type: 'GlobalAppConfiguration', id: `${subject.app.id}.global` }
      : { $type: 'ProjectAppConfiguration', id: usage.id };
  return createRestEntity(identity, attributes, { ...subject, usage });
}

const attributes: Attributes<LevelSubject> = {
  app: ({ showApp }) => showApp(),
  project: ({ usage, show }) => (usage === undefined ? null : show(usage.project)),
  enabled: ({ record, usage }) => (usage ?? record).enabled,
  isActive: ({ app, usage }) => app.isActive(usage?.project),
  isBroken: (subject) => subject.usage !== undefined && isBrokenIn(subject, subject.usage.project),
  canUpdate: () => true,
  missingRequiredSettings: ({ app, record, usage }) => {
    const declarations = app.package.settings;
    if (usage === undefined) return missingGlobally(declarations, record).length > 0;
    return missingInProject(declarations, record.settings, usage.settings).length > 0;
  },
  globalSettings: (subject) => printSettings(subject, subject.record.settings),
  projectSettings: (subject) =>
    subject.usage === undefined ? null : printSettings(subject, subject.usage.settings),
  visibilitySettings: () => ({ plain: { permittedUsers: [], permittedGroups: [] } }),
};

/** Settings travel as a text of JSON; a secret is a mask, an entity its id and name. */
function printSettings({ app, tx }: AppSubject, settings: StoredSettings): string {
  const declarations = app.package.settings;
  const set = declarations.filter(({ name }) => settings[name] !== undefined && settings[name] !== null);
  return JSON.stringify(
    Object.fromEntries(
      set.map((declaration) => [
        declaration.name,
        printSetting(tx, declaration, settings[declaration.name] ?? null),
      ]),
    ),
  );
}

function printSetting(tx: Scope['tx'], declaration: SettingDeclaration, value: Json): Json {
  if (declaration.type === 'secret') return secretMask;
  if (Array.isArray(value)) return value.map((item: Json) => printSetting(tx, declaration, item));
  if (!isJsonObject(value) || typeof value.ref !== 'string') return value;
  return { id: value.ref, $type: declaration.entityType, ...nameOf(tx, value.ref) };
}

/** How people know the entity: its login, key, readable id or name. */
function nameOf(tx: Scope['tx'], id: string): Record<string, Json> {
  const type = tx.typeOf(id);
  const text = (property: string) => String(tx.get(id, property) ?? '');
  if (type === 'User') return { login: text('login') };
  if (type === 'Project') return { shortName: text('key') };
  if (type === 'Issue' || type === 'Article') return { idReadable: text('id') };
  return { name: text('name') };
}
