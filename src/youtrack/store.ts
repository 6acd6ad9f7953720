import type { Stored } from '@jetbrains/youtrack-scripting-api/entities';
import type { Store, TrackerIdentity } from '../ports/youtrack.ts';
import { parseTrackerUid } from '../protocol/tracker-identity.ts';
import type { Execution } from './execution.ts';
import { findText, parseDigits, parseFlag, parseText, readMember } from './host-values.ts';

/** What the app keeps on an object, in its extension properties. */
export function createStore(stored: Stored, execution: Execution): Store {
  return {
    readText: (name) => parseText(stored.extensionProperties[name]),
    readFlag: (name) => parseFlag(stored.extensionProperties[name]),
    write: (values) => writeProperties(stored, values, execution),
  };
}

/**
 * Who a person is in Tracker, as kept on their YouTrack account; undefined when nothing is known. Whatever an assignee field
 * holds may be asked: only a user has such properties, and only those the app declares are there.
 */
export function readTrackerIdentity(user: unknown): TrackerIdentity | undefined {
  if (findText(readMember(user, 'login')) === undefined) return undefined;
  const stored = readMember(user, 'extensionProperties');
  const trackerUid = readUid(stored, 'trackerUid');
  const passportUid = readUid(stored, 'passportUid');
  const login = findText(readMember(stored, 'login'));
  if (login === undefined && trackerUid === undefined && passportUid === undefined) return undefined;
  return { ...(trackerUid && { trackerUid }), ...(passportUid && { passportUid }), ...(login && { login }) };
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

/** Uids are kept as texts; version 1.0.0 kept them as integers, which are read where there is no text. */
function readUid(stored: unknown, name: 'trackerUid' | 'passportUid'): string | undefined {
  const text = parseText(readMember(stored, `${name}Text`));
  const digits = text.ok && text.value === undefined ? parseDigits(readMember(stored, name)) : text;
  const uid = digits.ok && digits.value !== undefined ? parseTrackerUid(digits.value) : digits;
  return uid.ok ? uid.value : undefined;
}
