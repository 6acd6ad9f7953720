import { notEmulated } from './not-emulated.ts';
export function createHttpModule(): object {
  throw notEmulated('http');
}
