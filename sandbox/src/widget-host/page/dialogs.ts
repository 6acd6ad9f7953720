import type { Frame } from '../frame.ts';
import { mountFrame } from './mount-frames.ts';
import { state } from './state.ts';

/** Lets every menu item (`data-dialog` holds the `Frame` as JSON) open its widget in a dialog. */
export function openDialogs(): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-dialog]')) {
    item.addEventListener('click', () => {
      item.closest('details')?.removeAttribute('open');
      openDialog(JSON.parse(item.dataset.dialog ?? 'null'));
    });
  }
}

function openDialog(frame: Frame): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', frame.name);
  const title = document.createElement('h2');
  title.textContent = frame.name;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'dialog-close';
  close.ariaLabel = state.texts.close;
  close.textContent = '×';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(title, close);
  document.body.append(dialog);
  dialog.showModal();
  mountFrame(dialog, frame);
}
