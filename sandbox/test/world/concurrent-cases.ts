/** What a case looks at: the issue of a case, its sets as the names of their elements in alphabetical order. */
export interface IssueState {
  readonly summary: string;
  readonly note: string | null;
  readonly state: string | null;
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly versions: readonly string[];
  readonly visibleTo: readonly string[];
  readonly watchers: readonly string[];
  readonly relates: readonly string[];
  readonly depends: readonly string[];
  readonly comments: readonly string[];
  readonly attachments: readonly string[];
}

/** Sets whose elements are there already: users, tags, versions and issues called a, b and c. */
export const setNames = [
  'people',
  'tags',
  'versions',
  'visibleTo',
  'watchers',
  'relates',
  'depends',
] as const;
export type SetName = (typeof setNames)[number];
export type Single = 'summary' | 'note' | 'state';
export type Element = 'a' | 'b' | 'c';

export type Step =
  | readonly ['set', Single, string | null]
  /** Reads the note and writes it with this behind it. */
  | readonly ['append', string]
  | readonly ['add' | 'delete', SetName, Element]
  | readonly ['clear', SetName]
  | readonly ['comment' | 'attach', string]
  /** Links the other issue of the case to this one, from its own side. */
  | readonly ['relateBack']
  | readonly ['relateOther']
  | readonly ['setOther', string]
  /** These are requests of their own over HTTP, so they stand alone in their transaction. */
  | readonly ['removeIssue' | 'removeOther']
  | readonly ['newUser', string];

export interface ConcurrentCase {
  readonly rule: string;
  readonly before?: Partial<IssueState>;
  /** All begin before the first commits; they commit in this order. */
  readonly transactions: readonly (readonly Step[])[];
  /** Places of those that are refused as a whole: the caller gets a 500. */
  readonly refused?: readonly number[];
  /** What is expected of the issue, undefined when it is gone; what is left out is as before. */
  readonly after: Partial<IssueState> | undefined;
  /** The note of the other issue. */
  readonly otherNote?: string | null;
}

const a = 'a' as const;
const b = 'b' as const;
const c = 'c' as const;

function casesOfSet(set: SetName): ConcurrentCase[] {
  const withSet = (elements: readonly Element[]) => ({ [set]: elements });
  const row = (
    rule: string,
    before: readonly Element[],
    transactions: ConcurrentCase['transactions'],
    after: Partial<IssueState>,
  ): ConcurrentCase => ({ rule: `${set}: ${rule}`, before: withSet(before), transactions, after });
  return [
    row('both additions survive', [a], [[['add', set, b]], [['add', set, c]]], withSet([a, b, c])),
    row(
      'an addition and a removal survive',
      [a, b],
      [[['delete', set, a]], [['add', set, c]]],
      withSet([b, c]),
    ),
    row('both removals survive', [a, b, c], [[['delete', set, a]], [['delete', set, b]]], withSet([c])),
    row('the same removal twice is one', [a, b], [[['delete', set, a]], [['delete', set, a]]], withSet([b])),
    row('the same addition twice is one', [], [[['add', set, a]], [['add', set, a]]], withSet([a])),
    row(
      'of removing and adding the same, the last commit wins',
      [a],
      [
        [['delete', set, a]],
        [
          ['add', set, a],
          ['set', 'note', 'ё'],
        ],
      ],
      { ...withSet([a]), note: 'ё' },
    ),
    row(
      'of adding what is there and removing it, too',
      [a],
      [
        [
          ['add', set, a],
          ['set', 'note', 'ё'],
        ],
        [['delete', set, a]],
      ],
      { ...withSet([]), note: 'ё' },
    ),
    ...(set === 'watchers' ? [] : casesOfClearing(row, set, withSet)),
  ];
}

function casesOfClearing(
  row: (
    rule: string,
    before: readonly Element[],
    transactions: ConcurrentCase['transactions'],
    after: Partial<IssueState>,
  ) => ConcurrentCase,
  set: SetName,
  withSet: (elements: readonly Element[]) => Partial<IssueState>,
): ConcurrentCase[] {
  return [
    row('emptying drops what another has added', [a], [[['add', set, b]], [['clear', set]]], withSet([])),
    row('an addition after an emptying stays', [a], [[['clear', set]], [['add', set, b]]], withSet([b])),
    row(
      'emptied and filled again is all there is',
      [a],
      [
        [['add', set, b]],
        [
          ['clear', set],
          ['add', set, c],
        ],
      ],
      withSet([c]),
    ),
  ];
}

const singleValues: readonly ConcurrentCase[] = [
  {
    rule: 'of two values for one property the last commit wins',
    transactions: [[['set', 'note', 'первый']], [['set', 'note', 'второй']]],
    after: { note: 'второй' },
  },
  {
    rule: 'of five overlapping read-modify-writes of one text four are lost',
    before: { note: '-' },
    transactions: [1, 2, 3, 4, 5].map((n) => [['append', String(n)]]),
    after: { note: '-5' },
  },
  {
    rule: 'values of different properties are both kept',
    transactions: [[['set', 'note', 'n']], [['set', 'summary', 's']]],
    after: { note: 'n', summary: 's' },
  },
  {
    rule: 'an emptied property stays empty when that commits last',
    before: { note: 'o' },
    transactions: [[['set', 'note', 'n']], [['set', 'note', null]]],
    after: { note: null },
  },
  {
    rule: 'of two values for one field the last commit wins',
    before: { state: 'Open' },
    transactions: [[['set', 'state', 'Fixed']], [['set', 'state', 'Done']]],
    after: { state: 'Done' },
  },
  {
    rule: 'the same value written beside a change overwrites',
    before: { note: 'o' },
    transactions: [
      [['set', 'note', 'n']],
      [
        ['set', 'note', 'o'],
        ['set', 'summary', 's'],
      ],
    ],
    after: { note: 'o', summary: 's' },
  },
  {
    rule: 'a transaction that changes nothing overwrites nothing',
    before: { note: 'o', tags: [a] },
    transactions: [
      [
        ['set', 'note', 'n'],
        ['delete', 'tags', a],
      ],
      [
        ['set', 'note', 'o'],
        ['add', 'tags', a],
      ],
    ],
    after: { note: 'n', tags: [] },
  },
];

const entities: readonly ConcurrentCase[] = [
  {
    rule: 'new comments all survive',
    transactions: [[['comment', 'раз']], [['comment', 'два']]],
    after: { comments: ['два', 'раз'] },
  },
  {
    rule: 'new attachments all survive',
    transactions: [[['attach', 'one.txt']], [['attach', 'two.txt']]],
    after: { attachments: ['one.txt', 'two.txt'] },
  },
  {
    rule: 'a link made from both sides is one link',
    transactions: [[['relateOther']], [['relateBack']]],
    after: { relates: ['other'] },
  },
  {
    rule: 'two users of different logins are both made',
    transactions: [[['newUser', 'neu']], [['newUser', 'новый']]],
    after: {},
  },
  {
    rule: 'the second user of one login is refused',
    transactions: [[['newUser', 'twice']], [['newUser', 'TWICE']]],
    refused: [1],
    after: {},
  },
  {
    rule: 'a write to an issue that another has removed is refused',
    transactions: [[['removeIssue']], [['set', 'note', 'n']]],
    refused: [1],
    after: undefined,
  },
  {
    rule: 'and with it everything else the transaction did',
    transactions: [
      [['removeIssue']],
      [
        ['setOther', 'n'],
        ['set', 'note', 'n'],
      ],
    ],
    refused: [1],
    after: undefined,
    otherNote: null,
  },
  {
    rule: 'an element added to a set of a removed issue is refused',
    transactions: [[['removeIssue']], [['add', 'people', a]]],
    refused: [1],
    after: undefined,
  },
  {
    rule: 'a comment on an issue that another has removed is refused',
    transactions: [[['removeIssue']], [['comment', 'n']]],
    refused: [1],
    after: undefined,
  },
  {
    rule: 'a link to an issue that another has removed is refused',
    transactions: [[['removeOther']], [['relateOther'], ['set', 'note', 'n']]],
    refused: [1],
    after: { note: null, relates: [] },
  },
  {
    rule: 'an issue that is removed last takes along what others added',
    transactions: [[['comment', 'n'], ['set', 'note', 'n'], ['relateOther']], [['removeIssue']]],
    after: undefined,
    otherNote: null,
  },
  {
    rule: 'two removals are one',
    transactions: [[['removeIssue']], [['removeIssue']]],
    after: undefined,
  },
];

/** How overlapping transactions meet. Source: JetBrains/xodus-dnq, `TransientSessionImpl` and its tests. */
export const concurrentCases: readonly ConcurrentCase[] = [
  ...singleValues,
  ...setNames.flatMap(casesOfSet),
  ...entities,
];

export const nothingYet: IssueState = {
  summary: 'Задача',
  note: null,
  state: null,
  people: [],
  tags: [],
  versions: [],
  visibleTo: [],
  watchers: [],
  relates: [],
  depends: [],
  comments: [],
  attachments: [],
};

/** The issue of a case and the other one, by the case's place in the table. */
export function issuesOf(index: number): { readonly issue: string; readonly other: string } {
  return { issue: `DEMO-${10 + 2 * index}`, other: `DEMO-${11 + 2 * index}` };
}

/** The issues that links lead to, by their names in the table. */
export const linkTargets: Readonly<Record<Element, string>> = { a: 'DEMO-1', b: 'DEMO-2', c: 'DEMO-3' };
