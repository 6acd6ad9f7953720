import type { FrameView } from './frame-view.ts';

/** Closes the dialog around a widget. */
export function closeDialog(view: FrameView): void {
  view.element.closest('dialog')?.close();
}
