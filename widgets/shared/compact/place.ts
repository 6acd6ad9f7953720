import { type EntityKind, entityKinds } from '../../../src/protocol/entity-key.ts';

/** How the links of one entity are shown: rows with a box to add more, the box alone, or a user's keys in a line. */
export type CompactView = 'panel' | 'dialog' | 'card';

/** What tells the small widgets apart. It stands in a widget's `compact.json`, and the build puts it on the page's root. */
export interface CompactPlace {
  readonly view: CompactView;
  readonly kind: EntityKind;
}

const views: readonly CompactView[] = ['panel', 'dialog', 'card'];

/** Reads it from the root of a page; undefined where it does not stand as the build writes it. */
export function parsePlace({
  view,
  kind,
}: Readonly<Record<string, string | undefined>>): CompactPlace | undefined {
  const knownView = views.find((one) => one === view);
  const knownKind = entityKinds.find((one) => one === kind);
  return knownView && knownKind && { view: knownView, kind: knownKind };
}
