import type { Case } from '../case.ts';
import { get, ok, rule, scope } from '../say.ts';

/** A company with rules of its own, and what follows from them in the contract's world. */
export interface Company {
  readonly title: string;
  /** The app's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

const updated = '2026-01-01T01:02:03.004+0000';
const addresses = [
  ['own', (key: string) => `${scope.issue(key)}/info`],
  ['global', (key: string) => `${scope.global}/info?key=${key}`],
] as const;

/** The same answer at the issue's own address and at the global one. */
function everywhere(title: string, key: string, body: object): Case[] {
  return addresses.map(([name, address]) => rule(`${title} (${name} address)`, get(address(key)), ok(body)));
}

const keyAlone = (key: string) => ({ key, summary: key });
const statusAlone = { name: 'Fixed' };

export const companies: readonly Company[] = [
  {
    title: 'a company that tells the key alone',
    settings: { disclosure: 'key' },
    cases: [
      ...everywhere('a project that would tell all does not', 'LAX-1', keyAlone('LAX-1')),
      ...everywhere('a project that would tell the status does not', 'OPS-1', keyAlone('OPS-1')),
    ],
  },
  {
    title: 'a company whose fields do not fit',
    settings: {
      disclosure: 'status',
      statusField: 'Due Date',
      deadlineField: 'State',
      assigneeField: 'State',
    },
    cases: [
      ...everywhere('what a field cannot hold is not told', 'LAX-1', {
        key: 'LAX-1',
        summary: 'LAX-1',
        resolution: { name: 'Resolved' },
        updated,
      }),
      ...everywhere('a stricter project stays so', 'HUSH-1', keyAlone('HUSH-1')),
      ...everywhere("a project's own word comes before the company's", 'BUSY-1', {
        key: 'BUSY-1',
        summary: 'BUSY-1',
        updated,
      }),
    ],
  },
  {
    title: 'a company that names fields in its own letter case',
    settings: { statusField: 'STATE', deadlineField: 'nowhere' },
    cases: everywhere('they are found, and none steps in for the one that is not', 'OPS-1', {
      key: 'OPS-1',
      summary: 'OPS-1',
      status: statusAlone,
      resolution: statusAlone,
      assignee: { trackerUid: 8000000000000017, passportUid: 1130000000000001, login: 'jane.roe' },
      updated,
    }),
  },
];
