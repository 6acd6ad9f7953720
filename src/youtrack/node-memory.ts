/// <reference path="./scripting-http.d.ts" />
import type { Cache } from '@jetbrains/youtrack-scripting-api/cache';
import type { NodeMemory } from '../ports/tracker.ts';

/**
 * A memory in the scripting API's `cache`: it lives as long as the scripts stay loaded, in one node, and gives back the very
 * object it was given (the published module's source).
 */
export function createNodeMemory(cache: Cache): NodeMemory {
  return { recall: (name, make) => cache.get(name, make) };
}
