import type { FrameLocator, Page } from 'playwright-core';

/** Where each widget is met, and by which name its frame goes. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly as?: 'admin' | 'jane';
  /** What has to be done on the page before the widget is there. */
  readonly reveal?: (page: Page) => Promise<void>;
  /** A role and name in the widget that are there once it is drawn, in English and in Russian. */
  readonly shows: { readonly en: RegExp; readonly ru: RegExp };
}

async function openMenuItem(page: Page, name: string): Promise<void> {
  await page.locator('.options summary').click();
  await page.getByRole('button', { name, exact: true }).click();
}

export const places: readonly Place[] = [
  {
    key: 'issue-links',
    name: 'Tracker links',
    path: '/issue/DEMO-1',
    shows: { en: /Yandex Tracker/, ru: /Яндекс Трекер/ },
  },
  {
    key: 'article-links',
    name: 'Tracker links of the article',
    path: '/articles/DEMO-A-1',
    shows: { en: /Yandex Tracker/, ru: /Яндекс Трекер/ },
  },
  {
    key: 'issue-add-link',
    name: 'Link to a Tracker issue',
    path: '/issue/DEMO-1',
    reveal: (page) => openMenuItem(page, 'Link to a Tracker issue'),
    shows: { en: /Enter adds/, ru: /Enter добавляет/ },
  },
  {
    key: 'article-add-link',
    name: 'Link the article to a Tracker issue',
    path: '/articles/DEMO-A-1',
    reveal: (page) => openMenuItem(page, 'Link the article to a Tracker issue'),
    shows: { en: /Enter adds/, ru: /Enter добавляет/ },
  },
  {
    key: 'project-links',
    name: 'Yandex Tracker',
    path: '/projects/DEMO?tab=tracker-links/project-links',
    shows: { en: /What Tracker can see/, ru: /Что видно в Трекере/ },
  },
  {
    key: 'project-tab',
    name: 'Tracker links of the project',
    path: '/projects/DEMO?tab=tracker-links/project-tab',
    shows: { en: /What Tracker can see/, ru: /Что видно в Трекере/ },
  },
  {
    key: 'user-card',
    name: 'Tracker links of the user',
    path: '/issue/DEMO-1',
    reveal: (page) => page.locator('a[data-user-card]').first().hover(),
    shows: { en: /Tracker/, ru: /Трекер/ },
  },
  {
    key: 'user-identity',
    name: 'Yandex Tracker identity',
    path: '/users/jane?tab=tracker-links/user-identity',
    shows: { en: /Your Yandex Tracker account/, ru: /Ваш аккаунт в Яндекс Трекере/ },
  },
  {
    key: 'administration',
    name: 'Links for Yandex Tracker',
    path: '/admin/app/tracker-links/administration',
    as: 'admin',
    shows: { en: /From uploaded to working/, ru: /От загрузки до работы/ },
  },
];

/** The widget's document on the page. */
export function widgetOn(page: Page, name: string): FrameLocator {
  return page.frameLocator(`iframe[title="${name}"]`);
}
