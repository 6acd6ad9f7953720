import type { PageState } from '../page-state.ts';

/** Reads what the server wrote into the page for its script. */
function readState(): PageState {
  return JSON.parse(document.getElementById('page-state')?.textContent ?? '{}');
}

export const state = readState();
