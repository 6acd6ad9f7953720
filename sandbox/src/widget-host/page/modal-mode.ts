import type { FrameView } from './frame-view.ts';

let leave: (() => void) | undefined;

/**
 * Lets a widget draw over the page: its frame grows over a dimmed page until the widget or a click beside it ends that.
 * Source: the typings of JetBrains' app templates (`enterModalMode`); the click beside it [seen].
 */
export function enterModalMode(view: FrameView): void {
  exitModalMode(view);
  const backdrop = document.createElement('div');
  backdrop.className = 'backdrop';
  const previous = view.element.style.height;
  view.element.classList.add('widget-modal');
  document.body.append(backdrop);
  leave = () => {
    backdrop.remove();
    view.element.classList.remove('widget-modal');
    view.element.style.height = previous;
    leave = undefined;
  };
  backdrop.addEventListener('click', () => leave?.());
}

/** Does nothing when the widget is not in modal mode. */
export function exitModalMode(view: FrameView): void {
  if (view.element.classList.contains('widget-modal')) leave?.();
}
