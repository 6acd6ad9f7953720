import type { Frame } from '../frame.ts';
import { mountFrame } from './mount-frames.ts';
import { takeRememberedDialog } from './remembered-dialog.ts';
import { state } from './state.ts';

/** Lets every menu item (`data-dialog` holds the `Frame` as JSON) open its widget in a dialog. */
export function openDialogs(): void {
  const remembered = takeRememberedDialog();
  for (const item of document.querySelectorAll<HTMLElement>('[data-dialog]')) {
    const frame: Frame = JSON.parse(item.dataset.dialog ?? 'null');
    item.addEventListener('click', () => {
      item.closest('details')?.removeAttribute('open');
      openDialog(frame);
    });
    if (frame.instance === remembered) openDialog(frame);
  }
}

function openDialog(frame: Frame): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', frame.name);
  dialog.dataset.instance = frame.instance;
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
