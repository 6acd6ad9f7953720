import type { Stored } from '@jetbrains/youtrack-scripting-api/entities';
import type { Store } from '../ports/youtrack.ts';
import type { Execution } from './execution.ts';
import { parseFlag, parseText } from './host-values.ts';

/** What the app keeps on an object, in its extension properties. */
export function createStore(stored: Stored, execution: Execution): Store {
  return {
    readText: (name) => parseText(stored.extensionProperties[name]),
    readFlag: (name) => parseFlag(stored.extensionProperties[name]),
    write: (values) => writeProperties(stored, values, execution),
  };
}

/** Null clears a property. The first write that succeeds is noted, so that the end of a request knows what there is to undo. */
export function writeProperties(
  { extensionProperties }: Stored,
  values: Readonly<Record<string, string | boolean | undefined>>,
  execution: Execution,
): void {
  for (const [name, value] of Object.entries(values)) {
    extensionProperties[name] = value ?? null;
    execution.hasWritten = true;
  }
}
