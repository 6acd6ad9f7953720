import type { RemoteAttachment, RemoteComment } from './content-shapes.ts';
import { fillText } from './filler.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { RemotePerson, RemoteVisibility } from './shapes.ts';

/** What is unset, empty or false is left out of a world file. */
export function compact<T extends object>(record: T): Compacted<T> {
  const kept = Object.entries(record).filter(([, value]) => isWorthWriting(value));
  return Object.fromEntries(kept) as Compacted<T>;
}

/** The same record with nothing that is null, empty or false in it. */
export type Compacted<T> = { [Name in keyof T]?: Exclude<T[Name], null | undefined> };

function isWorthWriting(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  if (typeof value !== 'object') return true;
  return Object.keys(value).length > 0;
}

export function fillIfAny(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text === '' ? undefined : fillText(text);
}

export function nameIfAny(names: Pseudonyms, person: RemotePerson | null | undefined): string | undefined {
  return person === null || person === undefined ? undefined : names.user(person.login);
}

export function namesOf(names: Pseudonyms, people: readonly RemotePerson[] | null | undefined): string[] {
  return (people ?? []).map(({ login }) => names.user(login));
}

/** Whom something is shown to, in the words of a world file. */
export function describeRestriction(names: Pseudonyms, visibility: RemoteVisibility) {
  return {
    permittedUsers: namesOf(names, visibility?.permittedUsers),
    permittedGroups: (visibility?.permittedGroups ?? []).map((group) => names.group(group)),
  };
}

/** A comment without an author is the guest's. */
export function describeComment(names: Pseudonyms, comment: RemoteComment) {
  const { author, text, created, updated, deleted, pinned, visibility } = comment;
  return {
    author: nameIfAny(names, author) ?? 'guest',
    text: fillIfAny(text) ?? '',
    ...compact({ created, updated, deleted, pinned, ...describeRestriction(names, visibility) }),
  };
}

/** An attachment keeps its kind; its bytes are never read. */
export function describeAttachment(names: Pseudonyms, attachment: RemoteAttachment) {
  const { name, author, created, mimeType, visibility } = attachment;
  return {
    name: names.file(name),
    text: 'Lorem ipsum\n',
    ...compact({
      author: nameIfAny(names, author),
      created,
      mimeType,
      ...describeRestriction(names, visibility),
    }),
  };
}
