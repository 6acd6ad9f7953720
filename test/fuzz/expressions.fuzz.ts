import { expect, test } from '@jest/globals';
import { checkSync } from 'recheck';
import { sourcesIn } from '../guards/sources.ts';
import { readExpressions } from './expressions.ts';

/** What is put together while it runs, from what cannot make it slow. */
const composed: Readonly<Record<string, string>> = {
  'src/protocol/pattern-on-use.ts': 'what it is handed is read here beside the literals',
  'widgets/shared/pasting/key-in-text.ts': 'one class of characters, once or repeated',
  'sandbox/src/widget-host/pages/rich-text.ts': 'the name of an attribute that stands beside it',
  'sandbox/src/api/parse-timestamp.ts': 'one group for each letter of a format, each of a bounded length',
  'sandbox/src/inspector/mask-secrets.ts':
    'names of settings, taken literally, behind at most fifteen strokes',
  'sandbox/src/context/search/text-condition.ts': 'words of a query, taken literally',
};

const files = ['src', 'handlers', 'widgets', 'sandbox/src'].flatMap((folder) => sourcesIn(folder));
const read = files.map((file) => ({ file, ...readExpressions(file) }));
const written = new Map(
  read.flatMap(({ file, written }) =>
    written.map((one) => [`/${one.pattern}/${one.flags}`, { ...one, file }] as const),
  ),
);

/** All of them, one after another. */
const judgedMs = 180_000;

test(
  'no expression takes more than linear time, whatever it is asked of',
  () => {
    const slow = [...written].flatMap(([text, { pattern, flags, file }]) => {
      const judged = checkSync(pattern, flags, { timeout: 20_000 });
      return judged.status === 'safe' ? [] : [{ file, text, judged }];
    });
    expect(slow).toEqual([]);
  },
  judgedMs,
);

test('every expression that is put together while it runs is known, with the reason why it is not slow', () => {
  const found = read.filter(({ composed }) => composed > 0).map(({ file }) => file);
  expect(found.sort()).toEqual(Object.keys(composed).sort());
});

test('the sources are read at all', () => {
  expect(written.size).toBeGreaterThan(150);
});
