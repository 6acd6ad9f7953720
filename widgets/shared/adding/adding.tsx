import { AddBox } from './add-box.tsx';
import type { BoxSources, OnAdd } from './box-sources.ts';
import { Mentions } from './mentions.tsx';

export interface AddingProps {
  /** Whether the box is there. */
  readonly isOpen: boolean;
  /** The object's own texts, of which what they mention is offered. */
  readonly text: string;
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  /** Keys that have a row, whatever is happening to it. */
  readonly shown: ReadonlySet<string>;
  readonly sources: BoxSources;
  readonly onAdd: OnAdd;
  readonly onClose: () => void;
}

/** All that helps to add links: the box, and the keys that stand in the object's own texts. A script of its own, fetched when it is wanted. */
export function Adding({ isOpen, text, linked, shown, sources, onAdd, onClose }: AddingProps) {
  return (
    <>
      {isOpen && <AddBox linked={linked} sources={sources} onAdd={onAdd} onClose={onClose} />}
      {text !== '' && <Mentions text={text} sources={sources} shown={shown} onAdd={onAdd} />}
    </>
  );
}
