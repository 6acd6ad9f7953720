import fc from 'fast-check';

/** The length that no caller can exceed, in characters. */
export const hostileLength = 65_536;

/** What some expression or loop of ours looks for: repeated, each may make it look again from every place. */
const bait = [
  ...[
    'TEST-1 ',
    'TEST-',
    '-1',
    'DEMO-A-1,',
    'user:',
    'project:',
    '/',
    '//',
    '?',
    '#',
    '&issue=',
    'a/',
    '../',
  ],
  ...['https://', 'https://tracker.yandex.ru/', 'tracker.yandex.ru/', 'http://youtrack.example/issue/'],
  ...[
    ' ',
    '\t',
    '\n',
    '\u00a0',
    '"',
    '\\',
    '\\u0041',
    '%',
    '%25',
    '(',
    ')',
    '[',
    '![',
    '{{',
    '}}',
    '{',
    '<',
    '>',
  ],
  ...[
    '+1 youtrack ',
    ' -1 tracker ',
    '0',
    '9',
    '1w',
    '-',
    '_',
    '.',
    ':',
    ';',
    ',',
    '!',
    'ж',
    'Е',
    '😀',
    '\ud800',
    'İ',
  ],
  ...['sort by: ', 'minus 30d ', '# ', '*', '$', '@', "'", '=', '**/', '<head ', '![](widget:'],
];

const unit = fc.oneof(
  fc.constantFrom(...bait),
  fc.array(fc.constantFrom(...bait), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
);

/** What a text is made from: a beginning, something over and over, and an end that fits nothing. */
export interface Recipe {
  readonly start: string;
  readonly repeated: string;
  readonly end: string;
  /** Of the JSON made of the text. */
  readonly shape: 'text' | 'list' | 'members' | 'nested';
}

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  start: fc.constantFrom('', 'TEST-1', 'https://example.com/', '"', '['),
  repeated: unit,
  end: fc.constantFrom('', '!', '\u0000', '-', 'x'),
  shape: fc.constantFrom('text', 'list', 'members', 'nested'),
});

/** 64 KiB of text. */
export function toHostileText({ start, repeated, end }: Recipe): string {
  const times = Math.floor((hostileLength - start.length - end.length) / repeated.length);
  return start + repeated.repeat(times) + end;
}

/** The same in JSON: as one text, as many, as names of members, or as deep as it goes. */
export function toHostileJson(recipe: Recipe): unknown {
  const text = toHostileText(recipe);
  const parts = text.match(/.{1,64}/gsu) ?? [];
  if (recipe.shape === 'text') return text;
  if (recipe.shape === 'list') return parts;
  if (recipe.shape === 'members') return Object.fromEntries(parts.map((part, index) => [part + index, part]));
  return parts.reduce<unknown>((inner, part) => ({ [part]: inner }), recipe.end);
}
