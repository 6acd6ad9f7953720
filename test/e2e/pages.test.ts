import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { enter, rowOf } from './support/reach.ts';
import { places, widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

function nameOf(key: string): string {
  return places.find((place) => place.key === key)?.name ?? '';
}

describe.each([
  { key: 'issue-add-link', page: '/issue/DEMO-', rest: 'issues/DEMO-', handler: 'issue' },
  { key: 'article-add-link', page: '/articles/DEMO-A-', rest: 'articles/DEMO-A-', handler: 'article' },
])('$key', ({ key, page: path, rest, handler }) => {
  async function openMenu(number: number, as: 'jane' | 'maria') {
    const { page } = await stage.open(`${path}${number}`, { as });
    await page.locator('.options summary').click();
    await page.getByRole('button', { name: nameOf(key), exact: true }).click();
    return { page, dialog: widgetOn(page, nameOf(key)) };
  }

  test('adds a link from the menu, says so and closes', async () => {
    const { page, dialog } = await openMenu(1, 'jane');
    await dialog.locator('input:focus').waitFor();
    await page.keyboard.type('TEST-4');
    await dialog.getByText('Enter adds TEST-4').waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`iframe[title="${nameOf(key)}"]`).waitFor({ state: 'detached' });
    await page.getByText('TEST-4 added').waitFor();
    expect(await stage.keysOf(`${rest}1`, handler)).toEqual(['TEST-4']);
  });

  test('stays while something of what was entered is left over; Escape closes it', async () => {
    const { page, dialog } = await openMenu(3, 'jane');
    await dialog.locator('input:focus').waitFor();
    await page.keyboard.type('TEST-5 TEST-0');
    await dialog.getByText('Enter adds TEST-5').waitFor();
    await page.keyboard.press('Enter');
    await rowOf(dialog, 'TEST-5').getByText('Jane Roe').waitFor();
    await dialog.getByText('TEST-0 is not a Tracker key').waitFor();
    await page.keyboard.press('Escape');
    await page.locator(`iframe[title="${nameOf(key)}"]`).waitFor({ state: 'detached' });
  });

  test('is not there for who may not link', async () => {
    const { page } = await stage.open(`${path}2`, { as: 'maria' });
    await page.locator('.options summary').or(page.locator('h1')).first().waitFor();
    expect(await page.getByRole('button', { name: nameOf(key), exact: true }).count()).toBe(0);
  });
});

describe('the user card', () => {
  test('lists the links of that user, the first few at first', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await stage.link('jane', `TEST-${number}`, 'user:jane');
    const { page } = await stage.open('/issue/DEMO-5', { as: 'maria' });
    await page.locator('a[data-user-card]').first().hover();
    const card = widgetOn(page, nameOf('user-card'));
    await card.getByRole('link').first().waitFor();
    expect(await card.getByRole('link').count()).toBe(5);
    await card.getByRole('button', { name: 'Show 2 more' }).click();
    expect(await card.getByRole('link').count()).toBe(7);
    expect(await card.getByRole('button').count()).toBe(0);
  });

  test('is where one adds and removes one’s own links', async () => {
    await stage.link('jane', 'TEST-1', 'user:jane');
    const { page } = await stage.open('/issue/DEMO-5');
    await page.locator('a[data-user-card]').first().hover();
    const card = widgetOn(page, nameOf('user-card'));
    await card.getByRole('button', { name: 'Change' }).click();
    await enter(card, 'TEST-8');
    await rowOf(card, 'TEST-8').getByText('Jane Roe').waitFor();
    await card.getByRole('button', { name: 'Remove TEST-1' }).click();
    await rowOf(card, 'TEST-1').getByRole('button', { name: 'Undo' }).waitFor();
    const keys = await stage.keysOf('users/jane', 'user');
    expect([keys.includes('TEST-1'), keys.includes('TEST-8')]).toEqual([false, true]);
  });
});

describe('the links of a user, on their profile', () => {
  const path = '/users/jane?tab=tracker-links/user-identity';

  test.each(['jane', 'admin'] as const)('are added and removed by %s', async (as) => {
    const { page } = await stage.open(path, { as });
    const widget = widgetOn(page, nameOf('user-identity'));
    const key = `TEST-${as === 'jane' ? 81 : 82}`;
    await enter(widget, key);
    await rowOf(widget, key)
      .getByText(as === 'jane' ? 'Jane Roe' : 'Ada Adler')
      .waitFor();
    expect(await stage.keysOf('users/jane', 'user')).toContain(key);
    await widget.getByRole('button', { name: `Remove ${key}` }).click();
    await rowOf(widget, key).getByRole('button', { name: 'Undo' }).waitFor();
    await page.keyboard.press('Control+z');
    await widget.getByRole('button', { name: `Remove ${key}` }).waitFor();
    expect(await stage.keysOf('users/jane', 'user')).toContain(key);
  });
});

describe('the Tracker identity', () => {
  const path = '/users/jane?tab=tracker-links/user-identity';

  test('is checked, saved and there after a reload', async () => {
    const { page } = await stage.open(path);
    const form = widgetOn(page, nameOf('user-identity'));
    await form.getByLabel('Tracker login').fill('jane roe');
    await form.getByLabel('Tracker UID').fill('12a');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Use Latin letters').waitFor();
    await form.getByText('Use digits only').waitFor();
    await form.getByLabel('Tracker login').fill(' jane.roe ');
    await form.getByLabel('Tracker UID').fill('8000000000000017');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await form.getByRole('textbox').first().waitFor();
    expect(await form.getByLabel('Tracker login').inputValue()).toBe('jane.roe');
    expect(await form.getByLabel('Tracker UID').inputValue()).toBe('8000000000000017');
  });

  test('that somebody else has too is pointed out', async () => {
    await stage.request('maria', 'POST', 'users/maria/extensionEndpoints/tracker-links/user/identity', {
      login: 'm.k',
    });
    const { page } = await stage.open(path, { as: 'admin' });
    const form = widgetOn(page, nameOf('user-identity'));
    await form.getByLabel('Tracker login').fill('M.K');
    await form.getByRole('button', { name: 'Save' }).click();
    await form
      .getByText('Мария Кузнецова has the same login or UID in Tracker. Check which of the two')
      .waitFor();
    await form.getByText('jane: Yandex Tracker account').waitFor();
    await form.getByText('jane needs an account here').waitFor();
  });

  test('that somebody else has too is nobody’s in particular to who may not know', async () => {
    await stage.request('maria', 'POST', 'users/maria/extensionEndpoints/tracker-links/user/identity', {
      login: 'm.k',
    });
    const { page } = await stage.open(path);
    const form = widgetOn(page, nameOf('user-identity'));
    await form.getByLabel('Tracker login').fill('m.k');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Another user has entered the same login or UID.').waitFor();
    expect(await form.locator('body').textContent()).not.toContain('Мария');
  });

  test('of somebody else is nobody’s business', async () => {
    const { page } = await stage.open(path, { as: 'maria' });
    const frames = page.locator(`iframe[title="${nameOf('user-identity')}"]`);
    await page.waitForLoadState('networkidle');
    if ((await frames.count()) === 0) return;
    const widget = widgetOn(page, nameOf('user-identity'));
    await widget.getByText('Only this person and those who administer users').waitFor();
    expect(await widget.getByRole('alert').count()).toBe(0);
    expect(await widget.getByRole('button').count()).toBe(0);
  });
});

test.each(places.filter(({ path }) => path.includes('DEMO')))(
  '$key is not there for who may not see the page',
  async ({ path }) => {
    const { page } = await stage.open(path, { as: 'omar' });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('iframe').count()).toBe(0);
  },
);

describe('the page of a project', () => {
  const path = '/projects/DEMO?tab=tracker-links/project-links';
  const readersPath = '/projects/DEMO?tab=tracker-links/project-tab';

  test('can be read, and no more, by who may not change the project', async () => {
    const { page } = await stage.open(readersPath, { as: 'maria' });
    const widget = widgetOn(page, nameOf('project-tab'));
    await widget.getByRole('heading', { name: 'Links of this project' }).waitFor();
    expect(await widget.getByRole('button', { name: 'Add link' }).count()).toBe(0);
    expect(await widget.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  });

  test('links the project itself', async () => {
    const { page } = await stage.open(path);
    const widget = widgetOn(page, nameOf('project-links'));
    await widget.getByText('Nothing is linked to the project itself.').waitFor();
    await enter(widget, 'TEST-30');
    await rowOf(widget, 'TEST-30').getByText('Jane Roe').waitFor();
    expect(await stage.keysOf('admin/projects/DEMO', 'project')).toEqual(['TEST-30']);
  });

  test('finds linked issues and articles by their words, and pages through them', async () => {
    for (let number = 1; number <= 28; number += 1) {
      if (number !== 9) await stage.link('jane', 'TEST-50', `DEMO-${number}`);
    }
    await stage.link('jane', 'TEST-51', 'DEMO-A-4');
    const { page } = await stage.open(readersPath, { as: 'maria' });
    const list = widgetOn(page, nameOf('project-tab')).getByRole('region', { name: 'Linked issues' });
    await list.getByText(/^1–25 of \d+$/).waitFor();
    await list.getByRole('button', { name: 'Next' }).click();
    await list.getByRole('link', { name: 'DEMO-28' }).waitFor();
    await list.getByRole('searchbox').fill('как мы');
    await list.getByText('1–1 of 1').waitFor();
    await list.getByRole('link', { name: 'DEMO-A-4' }).waitFor();
    expect(await list.getByRole('link', { name: /^DEMO-\d/ }).count()).toBe(0);
    await list.getByLabel('Show').selectOption('issue');
    await list.getByText('Nothing matches.').waitFor();
  });
});
