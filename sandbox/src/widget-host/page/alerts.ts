import { state } from './state.ts';

const shownForMs = 8_000;
const types: readonly unknown[] = ['error', 'message', 'success', 'warning', 'loading'];

/**
 * Shows a notice in the corner of the page. `type` and `timeoutMs` are those of Ring UI's alert service.
 * Source: JetBrains' Host API (message) and the typings of its app templates (the rest).
 */
export function showAlert(message: unknown, type?: unknown, timeoutMs?: unknown): void {
  const notice = document.createElement('div');
  notice.className = `alert alert-${types.includes(type) ? type : 'message'}`;
  notice.setAttribute('role', type === 'error' ? 'alert' : 'status');
  notice.append(String(message), closeButton(notice));
  alertList().append(notice);
  setTimeout(() => notice.remove(), typeof timeoutMs === 'number' && timeoutMs > 0 ? timeoutMs : shownForMs);
}

function closeButton(notice: Element): Element {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'alert-close';
  button.ariaLabel = state.texts.close;
  button.textContent = '×';
  button.addEventListener('click', () => notice.remove());
  return button;
}

function alertList(): Element {
  const existing = document.querySelector('.alerts');
  if (existing) return existing;
  const list = document.createElement('div');
  list.className = 'alerts';
  document.body.append(list);
  return list;
}
