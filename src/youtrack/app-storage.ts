import type { AppStorage } from '../ports/app-storage.ts';
import { succeed } from '../result.ts';
import type { Execution } from './execution.ts';
import { parseText } from './host-values.ts';
import { logError } from './log.ts';
import type { ScriptContext } from './script-context.ts';

/**
 * What the app keeps for the whole server, in the extension properties of `AppGlobalStorage`. A server that hands none over has
 * nothing in it, and what would be written is only logged: nothing that links depend on is kept here.
 */
export function createAppStorage(ctx: ScriptContext, execution: Execution): AppStorage {
  return {
    readText: (name) => {
      const { globalStorage } = ctx;
      return globalStorage ? parseText(globalStorage.extensionProperties[name]) : succeed(undefined);
    },
    write(name, value) {
      const { globalStorage } = ctx;
      if (!globalStorage) return logError('The app has no storage', name);
      globalStorage.extensionProperties[name] = value ?? null;
      execution.hasWritten = true;
    },
  };
}
