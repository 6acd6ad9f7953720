import { expect, test } from '@jest/globals';
import { createRing } from '../../src/inspector/ring.ts';

test('keeps the newest entries, as many as it may', () => {
  const ring = createRing<string>({ mostEntries: 2, mostCharacters: 100 });
  for (const name of ['раз', 'два', 'три']) ring.push(name, 3);
  expect(ring.entries()).toEqual(['два', 'три']);
});

test('keeps no more characters than it may, the newest entry excepted', () => {
  const ring = createRing<string>({ mostEntries: 10, mostCharacters: 100 });
  ring.push('малое', 40);
  ring.push('среднее', 60);
  ring.push('ещё одно', 30);
  expect(ring.entries()).toEqual(['среднее', 'ещё одно']);
  ring.push('огромное', 500);
  expect(ring.entries()).toEqual(['огромное']);
});

test('is empty when it is cleared, and counts anew', () => {
  const ring = createRing<string>({ mostEntries: 10, mostCharacters: 100 });
  ring.push('раз', 90);
  ring.clear();
  ring.push('два', 50);
  ring.push('три', 50);
  expect(ring.entries()).toEqual(['два', 'три']);
});
