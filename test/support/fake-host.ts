import type {
  Disclosure,
  Entity,
  EntityFacts,
  EntityHost,
  EntityProject,
  GlobalHost,
  ScheduledCall,
  Settings,
} from '../../src/ports/ports.ts';
import type { EntityKind } from '../../src/protocol/entity-key.ts';

/** What one fake object is and lets its caller do. */
export interface FakeEntityOptions {
  readonly kind?: EntityKind;
  readonly key: string;
  readonly projectKey?: string;
  readonly isVisible?: boolean;
  readonly mayChangeLinks?: boolean;
  readonly facts?: EntityFacts;
  readonly stored?: string;
  readonly disclosure?: Disclosure;
  /** Other keys it is found by, besides its own in any letter case. */
  readonly formerKeys?: readonly string[];
}

/** An object in memory, with what was written to it. */
export interface FakeEntity extends Entity {
  stored: string | undefined;
  flag: boolean;
  writes: number;
  readonly foundBy: readonly string[];
}

export function fakeEntity(options: FakeEntityOptions): FakeEntity {
  const { kind = 'issue', key, projectKey, facts = {} } = options;
  const entity: FakeEntity = {
    kind,
    key,
    stored: options.stored,
    flag: false,
    writes: 0,
    foundBy: [key, ...(options.formerKeys ?? [])],
    project: projectKey === undefined ? undefined : fakeProject(projectKey, options.disclosure),
    isVisible: () => options.isVisible ?? true,
    mayChangeLinks: () => options.mayChangeLinks ?? true,
    describe: () => facts,
    links: {
      read: () => entity.stored,
      hasLinks: () => entity.flag,
      write(text, hasLinks) {
        entity.stored = text;
        entity.flag = hasLinks;
        entity.writes += 1;
      },
    },
  };
  return entity;
}

function fakeProject(key: string, disclosure: Disclosure | undefined): EntityProject {
  let level = disclosure;
  return {
    key,
    readDisclosure: () => level,
    writeDisclosure(written) {
      level = written;
    },
  };
}

export const settings: Settings = {
  fields: { status: 'State', deadline: 'Due Date', assignee: 'Assignee' },
  disclosure: 'full',
  resolvedIconUrl: undefined,
  unresolvedIconUrl: undefined,
  serviceAccount: 'tracker-bot',
  trackerSite: 'https://tracker.yandex.ru',
};

export interface FakeHost extends GlobalHost {
  readonly scheduled: ScheduledCall[];
}

/** A host with these objects; its clock stands still and its dice always show the middle. */
export function fakeHost(entities: readonly FakeEntity[], changes: Partial<GlobalHost> = {}): FakeHost {
  const scheduled: ScheduledCall[] = [];
  return {
    caller: { login: 'jane' },
    clock: { now: () => 1_767_225_600_000, random: () => 0.5 },
    settings,
    scheduled,
    findEntity: ({ kind, key }) =>
      entities.find(
        (entity) =>
          entity.kind === kind && entity.foundBy.some((one) => one.toLowerCase() === key.toLowerCase()),
      ),
    listLinkedEntities: () => entities.filter(({ flag }) => flag),
    searchIssues: () => [],
    schedule: (call) => scheduled.push(call),
    ...changes,
  };
}

/** The same where the address names the first object. */
export function fakeScope(
  entities: readonly [FakeEntity, ...FakeEntity[]],
  changes: Partial<GlobalHost> = {},
): FakeHost & EntityHost {
  return { ...fakeHost(entities, changes), own: entities[0] };
}
