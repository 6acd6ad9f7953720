const storageKey = 'open-dialog';

/** Keeps in mind, over a reload of the page, whose dialog is open. */
export function rememberDialog(): void {
  const instance = document.querySelector<HTMLElement>('dialog[data-instance]')?.dataset.instance;
  if (instance !== undefined) sessionStorage.setItem(storageKey, instance);
}

/** The `instance` of the widget whose dialog was open before the reload; asked once. */
export function takeRememberedDialog(): string | null {
  const instance = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  return instance;
}
