import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { enter, rowOf } from './support/reach.ts';
import { places, widgetOn } from './support/widgets.ts';

/** What a failure may say: a sentence of ours, which ends in what to do. */
const advice = /Try again/;
/** What a person must never read. */
const raw = /\[object|undefined|\bnull\b|Error:|TypeError|Failed to fetch|The request failed|\b[45]\d\d\b/;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.link('jane', 'TEST-1', 'DEMO-1', 'DEMO-A-1', 'jane');
}, stageTimeoutMs);
afterAll(() => stage.close());

/** Whichever page asks next: those of the tests before are still open. */
async function failPanels(): Promise<void> {
  await stage.request('admin', 'POST', '_sandbox/faults', { status: 500, path: '/issue/panel', calls: 100 });
}

async function mendPanels(): Promise<void> {
  await stage.request('admin', 'DELETE', '_sandbox/faults');
}

describe.each(places)('$key', ({ name, path, as = 'jane', reveal }) => {
  test.each(['500', 'offline'] as const)('says what to do when every request ends in %s', async (fail) => {
    const { page } = await stage.open(path, { as, fail });
    await reveal?.(page);
    const widget = widgetOn(page, name);
    await widget.getByRole('alert').first().getByText(advice).first().waitFor();
    await widget.getByRole('button', { name: 'Try again' }).first().waitFor();
    expect(await widget.locator('body').textContent()).not.toMatch(raw);
    await page.context().close();
  });

  test('shows a loader while it waits, and says what to do when no answer comes', async () => {
    const { page } = await stage.open(path, {
      as,
      fail: 'timeout',
      prepare: (opened) => opened.clock.install(),
    });
    await reveal?.(page);
    const widget = widgetOn(page, name);
    await widget.getByText('Loading…').first().waitFor();
    const late = widget.getByText('YouTrack did not answer in time.').first();
    // On a busy machine some of the requests begin only after that.
    while (!(await late.isVisible())) await page.clock.runFor(24_000);
    await page.context().close();
  });
});

describe('each failure says what failed, and who did not answer', () => {
  test.each([
    ['en', 'The links to Tracker could not be loaded.', 'YouTrack works, but this app did not answer.'],
    ['ru', 'Не удалось загрузить связи с Трекером.', 'YouTrack работает, но приложение не ответило.'],
  ] as const)('the app, in %s, under its heading', async (locale, what, cause) => {
    await failPanels();
    const { page } = await stage.open('/issue/DEMO-1', { locale });
    const alert = widgetOn(page, 'Tracker links').getByRole('alert');
    await alert.getByText(what).waitFor();
    await alert.getByText(cause).waitFor();
    await widgetOn(page, 'Tracker links').getByRole('heading').waitFor();
    await mendPanels();
  });

  test('YouTrack itself', async () => {
    const { page } = await stage.open('/issue/DEMO-1', { fail: '500' });
    await widgetOn(page, 'Tracker links').getByText('YouTrack cannot be reached or has a fault.').waitFor();
  });

  test('nobody: an answer that was lost on its way back is no failure', async () => {
    const { page } = await stage.open('/issue/DEMO-4');
    const panel = widgetOn(page, 'Tracker links');
    await panel.getByRole('button', { name: 'Add link' }).waitFor();
    await page.route('**/issue/links?*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await enter(panel, 'TEST-3');
    await rowOf(panel, 'TEST-3').getByText('Jane Roe').waitFor();
    await panel.getByRole('button', { name: 'Remove TEST-3' }).click();
    await rowOf(panel, 'TEST-3').getByRole('button', { name: 'Undo' }).waitFor();
    expect(await panel.locator('.tl-error').count()).toBe(0);
    expect(await stage.keysOf('issues/DEMO-4', 'issue')).toEqual([]);
  });

  test('the box, whose script cannot be had', async () => {
    const { page } = await stage.open('/issue/DEMO-5', {
      prepare: (opened) =>
        opened.route('**/assets/*.js', async (route) => {
          const text = await (await route.fetch()).text();
          if (text.includes('tl-suggestions')) await route.abort();
          else await route.fallback();
        }),
    });
    const panel = widgetOn(page, 'Tracker links');
    await panel.getByRole('button', { name: 'Add link' }).click();
    await panel.getByText('The box for adding links could not be loaded.').waitFor();
    await page.unrouteAll();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByRole('button', { name: 'Add link' }).click();
    await panel.getByRole('combobox').waitFor();
  });
});

test('the retry of a panel that could not be loaded loads it', async () => {
  await failPanels();
  const { page } = await stage.open('/issue/DEMO-1');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Try again' }).waitFor();
  await mendPanels();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await rowOf(panel, 'TEST-1').waitFor();
});

test('offline, a new link says so and is added once the connection is back', async () => {
  const { page } = await stage.open('/issue/DEMO-2');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Add link' }).click();
  await panel.getByRole('combobox').waitFor();
  await page.context().setOffline(true);
  await enter(panel, 'TEST-9');
  await rowOf(panel, 'TEST-9').getByText('You are offline').waitFor();
  await page.context().setOffline(false);
  await rowOf(panel, 'TEST-9').getByRole('button', { name: 'Try again' }).click();
  await rowOf(panel, 'TEST-9').getByText('Jane Roe').waitFor();
  expect(await stage.keysOf('issues/DEMO-2', 'issue')).toEqual(['TEST-9']);
});

test.each([
  { path: '/issue/DEMO-8', name: 'Tracker links', entity: 'issues/DEMO-8', key: 'DEMO-8' },
  {
    path: '/articles/DEMO-A-8',
    name: 'Tracker links of the article',
    entity: 'articles/DEMO-A-8',
    key: 'DEMO-A-8',
  },
])('$key, deleted meanwhile, is said to be gone', async ({ path, name, entity, key }) => {
  await stage.link('jane', 'TEST-1', key);
  const { page } = await stage.open(path);
  const panel = widgetOn(page, name);
  await rowOf(panel, 'TEST-1').waitFor();
  await stage.request('admin', 'DELETE', entity);
  await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
  await rowOf(panel, 'TEST-1')
    .getByText('Not removed. The object was removed, or you can no longer see it.')
    .waitFor();
  await enter(panel, 'TEST-2');
  await rowOf(panel, 'TEST-2')
    .getByText('Not added. The object was removed, or you can no longer see it.')
    .waitFor();
});

test('a right lost meanwhile is told on the row', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-3');
  const { page } = await stage.open('/issue/DEMO-3');
  const panel = widgetOn(page, 'Tracker links');
  await rowOf(panel, 'TEST-1').waitFor();
  await page.route('**/issue/links?*', async (route) => {
    const headers = { ...route.request().headers(), authorization: 'Bearer perm:maria' };
    await route.continue({ headers });
  });
  await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
  const row = rowOf(panel, 'TEST-1');
  await row.getByText('Not removed. You may not change this.').waitFor();
  await row.getByRole('button', { name: 'Keep' }).click();
  await panel.getByRole('button', { name: 'Remove TEST-1' }).waitFor();
  expect(await stage.keysOf('issues/DEMO-3', 'issue')).toEqual(['TEST-1']);
});
