import { listEntries } from '../links/link-codec.ts';
import type { Entity, TextName, TrackerIdentity } from '../ports/youtrack.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed } from '../writing/read-owed.ts';
import type { ProjectSettingsView, StoredObject } from './transfer-answer.ts';

/** The names under which a project's own settings are stored. */
export const projectTexts = {
  disclosure: 'trackerDisclosure',
  statusField: 'trackerStatusField',
  assigneeField: 'trackerAssigneeField',
  deadlineField: 'trackerDeadlineField',
} as const satisfies Readonly<Record<keyof ProjectSettingsView, TextName>>;

export const projectSettingNames = Object.keys(projectTexts) as readonly (keyof ProjectSettingsView)[];

/** All that is kept on an object. */
export function readStoredObject(entity: Entity): StoredObject {
  const links = readLinks(entity);
  const owed = readOwed(entity);
  const unreadable = [
    ...(links.ok ? [] : [readRaw(entity, 'trackerLinks')]),
    ...(owed.ok ? [] : [readRaw(entity, 'trackerOwed')]),
  ];
  const identity = entity.identity?.read() ?? {};
  const settings = entity.kind === 'project' ? readProjectSettings(entity) : {};
  return {
    kind: entity.kind,
    key: entity.key,
    ...(links.ok && links.value.size > 0 && { links: listEntries(links.value) }),
    ...(owed.ok && owed.value.size > 0 && { owed: [...owed.value.values()] }),
    ...(hasMembers(identity) && { identity }),
    ...(hasMembers(settings) && { settings }),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

/** Whether anything is kept on it besides its name. */
export function isKept(object: StoredObject): boolean {
  return Object.keys(object).length > 2;
}

export function readProjectSettings({ store }: Pick<Entity, 'store'>): ProjectSettingsView {
  const read = projectSettingNames.flatMap((name) => {
    const text = store.readText(projectTexts[name]);
    return text.ok && text.value ? [[name, text.value]] : [];
  });
  return Object.fromEntries(read);
}

function readRaw({ store }: Pick<Entity, 'store'>, name: TextName): string {
  const text = store.readText(name);
  return (text.ok ? text.value : text.problem) ?? '';
}

function hasMembers(value: TrackerIdentity | ProjectSettingsView): boolean {
  return Object.keys(value).length > 0;
}
