import { callHost } from './bridge.ts';
import { argumentsToWire, fromWire } from './codec.ts';

/** The `search` module. Left-out arguments are as documented: everything as the folder, the current user. */
export function createSearchModule(): object {
  return {
    search(folder: unknown, query: unknown, user: unknown): unknown {
      const values = typeof folder === 'string' ? [null, folder, query] : [folder, query, user];
      return fromWire(callHost('search', argumentsToWire(values)));
    },
  };
}
