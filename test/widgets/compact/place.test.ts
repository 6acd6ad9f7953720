import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parsePlace } from '../../../widgets/shared/compact/place.ts';

const small = readdirSync('widgets', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('compact.json'),
);

test('there are five small widgets', () => {
  expect(small).toHaveLength(5);
});

test.each(small)('%s says what the script understands', (name) => {
  const place = JSON.parse(readFileSync(`widgets/${name}`, 'utf8'));
  expect(parsePlace(place)).toEqual(place);
});

test.each([
  [{}],
  [{ view: 'panel' }],
  [{ view: 'panel', kind: 'задача' }],
  [{ view: 'Panel', kind: 'issue' }],
  [{ kind: 'issue' }],
])('%j is no place', (given) => {
  expect(parsePlace(given)).toBeUndefined();
});
