import type { Frame } from '../frame.ts';
import { state } from './state.ts';

const storageKey = 'confirmed-requests';

/**
 * Asks the reader whether an app may send requests of this kind; a yes is kept for this user, app, method and kind of
 * resource. Source: JetBrains' Host API, `fetchYouTrack` ("stored for the current user only"); that method and resource
 * are told apart [seen].
 */
export async function confirmRequest(frame: Frame, method: string, url: URL): Promise<boolean> {
  const resource = url.pathname.replace(/^\/api\//, '').split('/')[0] ?? '';
  const kind = [state.login, frame.app, method, resource].join(' ');
  if (confirmed().includes(kind)) return true;
  const isAllowed = await ask(frame, `${method} /api/${resource}`);
  if (isAllowed) localStorage.setItem(storageKey, JSON.stringify([...confirmed(), kind]));
  return isAllowed;
}

function confirmed(): readonly string[] {
  return JSON.parse(localStorage.getItem(storageKey) ?? '[]');
}

function ask(frame: Frame, request: string): Promise<boolean> {
  const { texts } = state;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog dialog-question';
  const form = document.createElement('form');
  form.method = 'dialog';
  const question = document.createElement('p');
  question.textContent = texts.confirmRequest.replace('{app}', frame.appTitle).replace('{request}', request);
  form.append(question, answerButton(texts.allow, 'allow'), answerButton(texts.refuse, 'refuse'));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'allow');
    });
  });
}

function answerButton(label: string, value: string): Element {
  const button = document.createElement('button');
  button.value = value;
  button.className = value === 'allow' ? 'button button-primary' : 'button';
  button.textContent = label;
  return button;
}
