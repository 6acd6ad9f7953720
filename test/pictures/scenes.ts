import type { FrameLocator, Page } from 'playwright-core';

/** A widget in a state worth a picture. */
export interface Scene {
  /** Name of the file, before theme and language. */
  readonly name: string;
  readonly path: string;
  /** Name of the widget, which is its frame's title. */
  readonly widget: string;
  readonly as: string;
  readonly width: number;
  /** The page with the widget in it, and not the widget alone. */
  readonly wholePage?: true;
  /** What has to be done on the page before the widget is there. */
  readonly reveal?: (page: Page) => Promise<void>;
  /** Brings the widget into the state; done when what is to be seen is there. */
  readonly prepare: (widget: FrameLocator, page: Page) => Promise<void>;
}

const panelWidth = 1000;
const pageWidth = 840;
const administration = { widget: 'Links for Yandex Tracker', as: 'admin', width: pageWidth };
const tab = (name: string) => `/admin/app/tracker-links/administration?tab=${name}`;

async function openMenuItem(page: Page, name: string): Promise<void> {
  await page.locator('.options summary').click();
  await page.getByRole('button', { name, exact: true }).click();
}

/** The rows, and what Tracker says of them once it has been told of all. */
async function rows(widget: FrameLocator): Promise<void> {
  await widget.locator('.tl-row .tl-meta').first().waitFor();
  await widget.locator('.tl-mirror').first().waitFor({ state: 'detached' });
}

async function showEveryState(widget: FrameLocator, page: Page): Promise<void> {
  await rows(widget);
  await widget.locator('.tl-row button').nth(2).click();
  await widget.locator('.tl-row[data-step=removed]').waitFor();
  await page.route('**/issue/links?*', (route) => route.fulfill({ status: 500, body: '' }));
  await widget.locator('.tl-opener button').click();
  await widget.locator('input').fill('TEST-8');
  await widget.locator('input').press('Enter');
  await widget.locator('.tl-row[data-step=add-failed]').waitFor();
  await widget.locator('input').fill('https://tracker.yandex.ru/SHOP-2, SHOP-4');
}

async function findByWords(widget: FrameLocator): Promise<void> {
  await widget.locator('input').fill('payment');
  await widget.getByRole('option').nth(1).waitFor();
  await widget.locator('input').press('ArrowDown');
}

const issue = { path: '/issue/DEMO-1', as: 'jane', width: panelWidth };
const article = { path: '/articles/DEMO-A-2', as: 'jane', width: panelWidth };

/** Every widget. */
export const scenes: readonly Scene[] = [
  { ...issue, name: 'issue-links', widget: 'Tracker links', prepare: rows },
  { ...issue, name: 'issue-links-at-work', widget: 'Tracker links', prepare: showEveryState },
  { ...article, name: 'article-links', widget: 'Tracker links of the article', prepare: rows },
  {
    ...issue,
    name: 'issue-add-link',
    path: '/issue/DEMO-4',
    widget: 'Link to a Tracker issue',
    reveal: (page) => openMenuItem(page, 'Link to a Tracker issue'),
    prepare: findByWords,
  },
  {
    ...article,
    name: 'article-add-link',
    path: '/articles/DEMO-A-1',
    widget: 'Link the article to a Tracker issue',
    reveal: (page) => openMenuItem(page, 'Link the article to a Tracker issue'),
    prepare: findByWords,
  },
  {
    ...issue,
    name: 'user-card',
    widget: 'Tracker links of the user',
    reveal: (page) => page.locator('a[data-user-card]').first().hover(),
    prepare: (widget) => widget.getByRole('link').first().waitFor(),
  },
  {
    name: 'user-identity',
    path: '/users/jane?tab=tracker-links/user-identity',
    widget: 'Yandex Tracker identity',
    as: 'jane',
    width: pageWidth,
    prepare: (widget) => widget.locator('input').first().waitFor(),
  },
  {
    name: 'project-links',
    path: '/projects/DEMO?tab=tracker-links/project-links',
    widget: 'Yandex Tracker',
    as: 'jane',
    width: pageWidth,
    prepare: async (widget) => {
      await rows(widget);
      await widget.locator('details').first().waitFor();
      await widget.locator('.tl-entity').first().waitFor();
    },
  },
  {
    name: 'project-settings',
    path: '/projects/OPS?tab=tracker-links/project-links',
    widget: 'Yandex Tracker',
    as: 'admin',
    width: pageWidth,
    prepare: (widget) => widget.locator('details select').first().waitFor(),
  },
  {
    ...administration,
    name: 'administration-overview',
    path: tab('overview'),
    prepare: (widget) => widget.locator('[data-step=called]').waitFor(),
  },
  {
    ...administration,
    name: 'administration-registration',
    path: tab('registration'),
    prepare: (widget) => widget.locator('.tl-copy button:enabled').waitFor(),
  },
  {
    ...administration,
    name: 'administration-recipe',
    path: tab('recipe'),
    prepare: (widget) => widget.locator('#tl-recipe-body').waitFor(),
  },
  {
    ...administration,
    name: 'administration-checks',
    path: tab('checks'),
    prepare: (widget) => widget.locator('[data-check=probe-suggest]').waitFor(),
  },
  {
    ...administration,
    name: 'administration-connection',
    path: tab('connection'),
    prepare: (widget) => widget.locator('.tl-notice').first().waitFor(),
  },
  {
    ...administration,
    name: 'administration-reconcile',
    path: tab('reconcile'),
    prepare: async (widget) => {
      await widget.locator('.tl-scope button').click();
      await widget.locator('.tl-apply').waitFor();
      await widget.locator('progress').waitFor({ state: 'detached' });
    },
  },
  {
    ...administration,
    name: 'administration-links',
    path: tab('links'),
    prepare: (widget) => widget.locator('tbody tr').first().waitFor(),
  },
  {
    ...administration,
    name: 'administration-audit',
    path: tab('audit'),
    prepare: (widget) => widget.locator('.tl-unreadable').first().waitFor(),
  },
];

/** What a listing shows first: the app inside a page, in a window of the usual size. */
export const pageScenes: readonly Scene[] = [
  'issue-links',
  'project-links',
  'administration-registration',
  'administration-links',
].flatMap((name) =>
  scenes
    .filter((scene) => scene.name === name)
    .map((scene) => ({ ...scene, name: `page-${name}`, width: 1_280, wholePage: true as const })),
);
