import { expect, test } from '@jest/globals';
import { memo } from '../../../widgets/shared/components/memo.tsx';

interface Props {
  readonly who?: string;
  readonly count?: number;
}

const Remembering = memo<Props>(() => null);
const before = { who: 'Мария', count: 1 };

test.each<[string, boolean, Props]>([
  ['the same properties', false, { ...before }],
  ['another value', true, { who: 'Мария', count: 2 }],
  ['a property less', true, { who: 'Мария' }],
])('with %s it is drawn again: %j', (_title, isDrawn, next) => {
  expect(new Remembering(before).shouldComponentUpdate(next)).toBe(isDrawn);
});

test('with a property more it is drawn again', () => {
  expect(new Remembering({ count: 1 }).shouldComponentUpdate(before)).toBe(true);
});
