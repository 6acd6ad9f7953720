/** What holds where nobody has set anything; settings.json names the same defaults to the administrator. */
export const settingDefaults = {
  disclosure: 'full',
  trackerSite: 'https://tracker.yandex.ru',
} as const;
