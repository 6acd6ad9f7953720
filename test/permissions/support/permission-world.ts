import { encodeLinks } from '../../../src/links/link-codec.ts';
import { mirroredWorld } from '../../mirroring/support/mirrored-world.ts';
import { keyUnder } from './standing.ts';

const everything = ['DEMO', 'OPS', 'ARC', 'PUB', 'FAR'];
const reads = ['READ_PROJECT_BASIC', 'READ_ISSUE', 'READ_ARTICLE'];
const links = [...reads, 'LINK_ISSUE', 'UPDATE_ARTICLE'];

const rights: Readonly<Record<string, readonly string[]>> = {
  reader: reads,
  linker: links,
  keeper: [...links, 'UPDATE_PROJECT'],
  insider: links,
  gone: links,
};

/** A Tracker issue that nothing is linked to but what only the insider and administrators see. */
export const secretKey = 'SECRET-7';

function storedLinks(...issueKeys: readonly string[]) {
  const record = { added: { at: 1767225600000, by: 'insider', via: 'youtrack' } } as const;
  return {
    trackerLinks: encodeLinks(new Map(issueKeys.map((issueKey) => [issueKey, record]))),
    hasTrackerLinks: true,
  };
}

const linked = {
  Issue: ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-6', 'PUB-1', 'ARC-1', 'FAR-1', 'OPS-2', 'HID-1'],
  Article: [
    ...[
      'DEMO-A-1',
      'DEMO-A-2',
      'DEMO-A-5',
      'DEMO-A-6',
      'DEMO-A-7',
      'PUB-A-1',
      'ARC-A-1',
      'FAR-A-1',
      'OPS-A-2',
    ],
    ...['HID-A-1', ...[1, 3, 100, 101, 130].map(keyUnder.restricted), ...[100, 101].map(keyUnder.open)],
  ],
  Project: ['DEMO', 'ARC', 'FAR', 'PUB', 'HID', 'OLD'],
  User: ['insider', 'gone'],
};

/** Of those, what is hidden from all who are no insiders. */
const secret = [
  ...['DEMO-2', 'DEMO-3', 'HID-1', 'DEMO-A-2', 'DEMO-A-5', 'DEMO-A-7', 'HID-A-1', 'HID'],
  ...[...[1, 3, 100, 101, 130].map(keyUnder.restricted), keyUnder.open(101)],
];

/**
 * Objects of every standing, each linked to TEST-1, and people of every standing. The insider is in the group and is the user
 * that what is restricted is restricted to. Tracker is connected for details; nothing is told to it. The operator administers the app, and sees nothing else.
 */
export function permissionWorld(changed: object = {}) {
  const { tracker, apps } = mirroredWorld();
  const { settings } = apps['tracker-links'];
  const grants = everything.flatMap((project) =>
    Object.entries(rights).map(([user, keys]) => ({ user, project, keys })),
  );
  const people = Object.keys(rights);
  return {
    users: ['stranger', 'admin', 'operator', ...people].map((login) => ({
      login,
      fullName: `Имя ${login}`,
      ...(login === 'gone' && { banned: true }),
    })),
    groups: [{ name: 'Бухгалтерия', users: ['insider'] }],
    projects: [...everything, 'HID', 'HUSH', 'OLD'].map((key) => ({
      key,
      name: `Проект ${key}`,
      leader: 'admin',
      ...(key === 'ARC' && { archived: true }),
    })),
    permissions: [
      { user: 'admin', keys: ['*'] },
      { user: 'operator', keys: ['ADMIN_UPDATE_APP'] },
      ...people.map((user) => ({ user, keys: ['READ_USER_BASIC'] })),
      ...grants,
      { user: 'guest', project: 'PUB', keys: reads },
    ],
    issues: [
      issue('DEMO-1'),
      issue('DEMO-2', { permittedGroups: ['Бухгалтерия'] }),
      issue('DEMO-3', { permittedUsers: ['insider'] }),
      issue('DEMO-6'),
      issue('PUB-1'),
      issue('ARC-1'),
      issue('FAR-1'),
      issue('OPS-2', { formerIds: ['DEMO-9'] }),
      issue('HID-1', { formerIds: ['DEMO-8'] }),
      { ...issue('HID-2'), summary: 'не связана ни с чем' },
    ],
    articles: [
      article('DEMO-A-1', null),
      { ...article('DEMO-A-2', null), permittedUsers: ['insider'] },
      { ...article('DEMO-A-5', null), permittedGroups: ['Бухгалтерия'] },
      article('DEMO-A-6', null),
      article('DEMO-A-7', 'DEMO-A-5'),
      ...listUnder('DEMO-A-2', 130, keyUnder.restricted),
      ...listUnder('DEMO-A-1', 101, keyUnder.open),
      ...['PUB-A-1', 'ARC-A-1', 'FAR-A-1'].map((id) => article(id, null)),
      { ...article('OPS-A-2', null), formerIds: ['DEMO-A-9'] },
      { ...article('HID-A-1', null), formerIds: ['DEMO-A-8'] },
      article('HID-A-2', null),
    ],
    apps: {
      'tracker-links': {
        projects: ['DEMO', 'OPS', 'ARC', 'PUB', 'HID', 'OLD'],
        settings: {
          trackerOrganizationId: settings.trackerOrganizationId,
          trackerOrganizationKind: settings.trackerOrganizationKind,
          trackerAuthorization: settings.trackerAuthorization,
          trackerDetails: 'linkers',
          ...changed,
        },
        extensionProperties: Object.fromEntries(
          Object.entries(linked).map(([type, keys]) => [
            type,
            Object.fromEntries(
              keys.map((key) => [
                key,
                secret.includes(key) ? storedLinks('TEST-1', secretKey) : storedLinks('TEST-1'),
              ]),
            ),
          ]),
        ),
      },
    },
    tracker,
  };
}

function issue(id: string, restriction: object = {}) {
  return { id, summary: `тайна ${id}`, reporter: 'admin', ...restriction };
}

function article(id: string, parent: string | null) {
  return { id, summary: `статья ${id}`, author: 'admin', parent };
}

/** Articles one under the other, the first under this one. */
function listUnder(root: string, count: number, toKey: (level: number) => string) {
  return Array.from({ length: count }, (_, at) => article(toKey(at + 1), at === 0 ? root : toKey(at)));
}
