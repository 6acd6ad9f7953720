import { state } from './state.ts';

/** The sandbox's own: with `?fail=` every request of every widget on the page fails in the way asked for. */
export async function failAsAsked(): Promise<void> {
  if (state.fail === '500') throw new Error('The request failed.');
  if (state.fail === 'offline') throw new TypeError('Failed to fetch');
  if (state.fail === 'timeout') await new Promise(() => undefined);
}
