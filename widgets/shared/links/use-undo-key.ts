import { useEffect } from 'preact/hooks';
import type { LinksStore } from './links-store.ts';

/** Ctrl+Z (on a Mac, Command+Z) brings back what was removed last; in a field with text it is the text's own. */
export function useUndoKey(store: Pick<LinksStore, 'undo'>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ';
      const isTyping = event.target instanceof HTMLInputElement && event.target.value !== '';
      if (isUndo && !isTyping && store.undo()) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [store]);
}
