export const tabs = [
  'overview',
  'registration',
  'recipe',
  'checks',
  'connection',
  'outstanding',
  'reconcile',
  'links',
  'transfer',
  'audit',
] as const;
export type Tab = (typeof tabs)[number];

/** The tab that a page address names as `tab`; the first one when it names none. */
export function readTab(search: string): Tab {
  const named = new URLSearchParams(search).get('tab');
  return tabs.find((tab) => tab === named) ?? tabs[0];
}

export function toSearch(tab: Tab): string {
  return new URLSearchParams({ tab }).toString();
}
