import { mountFrames } from './mount-frames.ts';

const delayMs = 150;
let card: HTMLElement | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Shows the card of a user, with the widgets in it, while the pointer or the focus is on their name. */
export function showUserCards(): void {
  for (const link of document.querySelectorAll<HTMLElement>('a[data-user-card]')) {
    link.addEventListener('pointerenter', () => void open(link));
    link.addEventListener('focus', () => void open(link));
    link.addEventListener('pointerleave', closeSoon);
    link.addEventListener('blur', closeSoon);
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
}

async function open(link: HTMLElement): Promise<void> {
  clearTimeout(closing);
  const url = link.dataset.userCard ?? '';
  if (card?.dataset.url === url) return;
  close();
  const opened = document.createElement('div');
  opened.className = 'user-card';
  opened.dataset.url = url;
  card = opened;
  const response = await fetch(url);
  if (card !== opened || !response.ok) return;
  opened.innerHTML = await response.text();
  opened.addEventListener('pointerenter', () => clearTimeout(closing));
  opened.addEventListener('pointerleave', closeSoon);
  const { left, bottom } = link.getBoundingClientRect();
  opened.style.left = `${Math.max(8, Math.min(left, innerWidth - 328)) + scrollX}px`;
  opened.style.top = `${bottom + scrollY}px`;
  document.body.append(opened);
  mountFrames(opened);
}

function closeSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(close, delayMs);
}

function close(): void {
  card?.remove();
  card = undefined;
}
