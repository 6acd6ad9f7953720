/** What somebody may do with an object: it does not exist for them, they see it, or may change its links. */
export type Level = 'none' | 'see' | 'change';

/** Whoever YouTrack lets in, in the order of the columns below. */
export const callers = ['guest', 'stranger', 'reader', 'linker', 'keeper', 'insider', 'admin'] as const;

export type Caller = (typeof callers)[number];

/** An object, as requests name it. */
export interface Subject {
  /** What it is an example of. */
  readonly standing: string;
  /** As in the address of the object's own endpoints. */
  readonly path: string;
  /** As in a request that names objects. */
  readonly key: string;
  /** What answers call it, where it is found. */
  readonly current: string;
  /** Where the app is not attached nothing is at the object's own address. */
  readonly isAttached: boolean;
  readonly levels: Readonly<Record<Caller, Level>>;
  /** The same by YouTrack's own rules, where the app shows less. */
  readonly levelsThere: Readonly<Record<Caller, Level>>;
}

type Columns = readonly [Level, Level, Level, Level, Level, Level, Level];

function subject(standing: string, path: string, columns: Columns, named: Named = {}): Subject {
  const { key = path.replace(/^.*\//, ''), current = key, isAttached = true, there = columns } = named;
  const levels = toLevels(columns);
  return { standing, path, key, current, isAttached, levels, levelsThere: toLevels(there) };
}

interface Named {
  readonly key?: string;
  readonly current?: string;
  readonly isAttached?: boolean;
  readonly there?: Columns;
}

function toLevels([guest, stranger, reader, linker, keeper, insider, admin]: Columns): Subject['levels'] {
  return { guest, stranger, reader, linker, keeper, insider, admin };
}

const open: Columns = ['none', 'none', 'see', 'change', 'change', 'change', 'change'];
const openToGuest: Columns = ['see', 'none', 'see', 'change', 'change', 'change', 'change'];
const restricted: Columns = ['none', 'none', 'none', 'none', 'none', 'change', 'change'];
const forAdmin: Columns = ['none', 'none', 'none', 'none', 'none', 'none', 'change'];
const nobody: Columns = ['none', 'none', 'none', 'none', 'none', 'none', 'none'];
const project: Columns = ['none', 'none', 'see', 'see', 'change', 'see', 'change'];

/** Articles that stand so many levels under another one: the key of each says how many. */
export const keyUnder = {
  restricted: (levels: number) => `DEMO-A-${1000 + levels}`,
  open: (levels: number) => `DEMO-A-${2000 + levels}`,
};

/** Who may do what, from the design's table of rights; not from what the code does. */
export const subjects: readonly Subject[] = [
  subject('visible', 'issues/DEMO-1', open),
  subject('open to the guest', 'issues/PUB-1', openToGuest),
  subject('restricted to a group', 'issues/DEMO-2', restricted),
  subject('restricted to a user', 'issues/DEMO-3', restricted),
  subject('of an archived project', 'issues/ARC-1', open),
  subject('where the app is not attached', 'issues/FAR-1', open, { isAttached: false }),
  subject('moved, by its former key', 'issues/DEMO-9', open, { current: 'OPS-2' }),
  subject('moved out of sight, by its former key', 'issues/DEMO-8', forAdmin, { current: 'HID-1' }),
  subject('removed', 'issues/DEMO-6', nobody),
  subject('that never was', 'issues/DEMO-98', nobody),
  subject('visible', 'articles/DEMO-A-1', open),
  subject('open to the guest', 'articles/PUB-A-1', openToGuest),
  subject('restricted to a user', 'articles/DEMO-A-2', restricted),
  subject('restricted to a group', 'articles/DEMO-A-5', restricted),
  subject('under one that is restricted to a group', 'articles/DEMO-A-7', restricted),
  ...[1, 3, 100].map((levels) =>
    subject(`${levels} levels under a restricted one`, `articles/${keyUnder.restricted(levels)}`, restricted),
  ),
  subject('100 levels under an open one', `articles/${keyUnder.open(100)}`, open),
  // What cannot be seen through to its root is hidden from everybody, whatever stands there.
  ...[101, 130].map((levels) =>
    subject(`${levels} levels under a restricted one`, `articles/${keyUnder.restricted(levels)}`, nobody, {
      there: restricted,
    }),
  ),
  subject('101 levels under an open one', `articles/${keyUnder.open(101)}`, nobody, { there: open }),
  subject('of an archived project', 'articles/ARC-A-1', open),
  subject('where the app is not attached', 'articles/FAR-A-1', open, { isAttached: false }),
  subject('moved, by its former key', 'articles/DEMO-A-9', open, { current: 'OPS-A-2' }),
  subject('moved out of sight, by its former key', 'articles/DEMO-A-8', forAdmin, { current: 'HID-A-1' }),
  subject('removed', 'articles/DEMO-A-6', nobody),
  subject('that never was', 'articles/DEMO-A-98', nobody),
  subject('visible', 'projects/DEMO', project, { key: 'project:DEMO', current: 'DEMO' }),
  subject('open to the guest', 'projects/PUB', ['see', 'none', 'see', 'see', 'change', 'see', 'change'], {
    key: 'project:PUB',
    current: 'PUB',
  }),
  subject('archived', 'projects/ARC', project, { key: 'project:ARC', current: 'ARC' }),
  subject('where the app is not attached', 'projects/FAR', project, {
    key: 'project:FAR',
    current: 'FAR',
    isAttached: false,
  }),
  subject('hidden', 'projects/HID', forAdmin, { key: 'project:HID', current: 'HID' }),
  subject('removed', 'projects/OLD', nobody, { key: 'project:OLD' }),
  subject('that never was', 'projects/NOPE', nobody, { key: 'project:NOPE' }),
  subject('with an account', 'users/insider', ['none', 'none', 'see', 'see', 'see', 'change', 'change'], {
    key: 'user:insider',
    current: 'insider',
  }),
  subject('that is banned', 'users/gone', ['none', 'none', 'see', 'see', 'see', 'see', 'change'], {
    key: 'user:gone',
    current: 'gone',
  }),
  subject('that never was', 'users/nemo', nobody, { key: 'user:nemo' }),
];
