import type { Ref, Value } from '../transaction.ts';
import type { ExtensionValue, WorldFileApp } from '../world-file/apps.ts';
import type { WorldFile } from '../world-file.ts';
import type { Kind, LoadingWorld, Path } from './loading-world.ts';

/** What is stored for apps on entities of each type, and how the file names such an entity. */
const kindsByType: Readonly<Record<string, Kind>> = {
  Issue: 'issue',
  Article: 'article',
  Project: 'project',
  User: 'user',
  UserGroup: 'group',
  Tag: 'tag',
};

/** Extension properties: values apps keep on entities, by the entity they are on. */
export type ExtensionValues = Map<string, Record<string, Value>>;

/** Checks what the file says of apps, and returns the values they keep on entities. */
export function loadApps(world: LoadingWorld, apps: WorldFile['apps'] = {}): ExtensionValues {
  const values: ExtensionValues = new Map();
  for (const [name, app] of Object.entries(apps)) {
    const path = ['apps', name];
    world.findAll('project', app.projects, [...path, 'projects']);
    for (const key of Object.keys(app.projectSettings ?? {}))
      world.find('project', key, [...path, 'projectSettings', key]);
    if (app.globalStorage !== undefined) {
      const stored = toStored(world, {
        app: name,
        values: app.globalStorage,
        path: [...path, 'globalStorage'],
      });
      world.create('AppGlobalStorage', { app: name, ...stored });
    }
    collect(
      world,
      { app: name, given: app.extensionProperties ?? {}, path: [...path, 'extensionProperties'] },
      values,
    );
  }
  return values;
}

interface AppPlace {
  readonly app: string;
  readonly given: NonNullable<WorldFileApp['extensionProperties']>;
  readonly path: Path;
}

function collect(world: LoadingWorld, { app, given, path }: AppPlace, values: ExtensionValues): void {
  for (const [type, entities] of Object.entries(given)) {
    const kind = Object.hasOwn(kindsByType, type) ? kindsByType[type] : undefined;
    if (kind === undefined) {
      world.problem([...path, type], `expected one of ${Object.keys(kindsByType).join(', ')}`);
      continue;
    }
    for (const [name, properties] of Object.entries(entities)) {
      const at = [...path, type, name];
      const entity = world.find(kind, name, at);
      if (entity === undefined) continue;
      values.set(entity.ref, {
        ...values.get(entity.ref),
        ...toStored(world, { app, values: properties, path: at }),
      });
    }
  }
}

interface ValuesPlace {
  readonly app: string;
  readonly values: Readonly<Record<string, ExtensionValue>>;
  readonly path: Path;
}

function toStored(world: LoadingWorld, { app, values, path }: ValuesPlace): Record<string, Value> {
  const stored: Record<string, Value> = {};
  for (const [property, value] of Object.entries(values)) {
    const at = [...path, property];
    if (typeof value !== 'object') stored[`ext:${app}:${property}`] = value;
    else if (Array.isArray(value))
      stored[`ext:${app}:${property}`] = value.flatMap(
        (one, index) => findTarget(world, one, [...at, index]) ?? [],
      );
    else stored[`ext:${app}:${property}`] = findTarget(world, value, at) ?? null;
  }
  return stored;
}

function findTarget(world: LoadingWorld, target: Partial<Record<Kind, string>>, path: Path): Ref | undefined {
  for (const kind of ['issue', 'article', 'project', 'user', 'group'] as const)
    if (target[kind] !== undefined) return world.find(kind, target[kind], [...path, kind]);
  return undefined;
}
