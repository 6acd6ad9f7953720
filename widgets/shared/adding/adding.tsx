import { AddBox } from './add-box.tsx';
import type { MentionSources, OnAdd } from './box-sources.ts';
import { Mentions } from './mentions.tsx';

export interface AddingProps {
  /** Whether the box is there. */
  readonly isOpen: boolean;
  /** Whether to offer what the object's own texts mention. */
  readonly hasMentions: boolean;
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  /** Keys that have a row, whatever is happening to it. */
  readonly shown: ReadonlySet<string>;
  readonly sources: MentionSources;
  readonly onAdd: OnAdd;
  readonly onClose: () => void;
}

/** All that helps to add links: the box, and the keys that stand in the object's own texts. A script of its own, fetched after the rows. */
export function Adding({ isOpen, hasMentions, linked, shown, sources, onAdd, onClose }: AddingProps) {
  return (
    <>
      {isOpen && <AddBox linked={linked} sources={sources} onAdd={onAdd} onClose={onClose} />}
      {hasMentions && <Mentions sources={sources} shown={shown} onAdd={onAdd} />}
    </>
  );
}
