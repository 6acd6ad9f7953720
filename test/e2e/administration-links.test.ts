import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { openStage, type Stage, stageTimeoutMs, type Viewing } from './support/open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('--delete', 'writable');
  for (let number = 1; number <= 60; number += 1) await stage.link('jane', `TEST-${number}`, 'DEMO-1');
  await stage.link('robot', 'SHOP-1', 'DEMO-2', 'DEMO-A-1', 'project:DEMO');
  await stage.link('maria', 'SHOP-1', 'user:maria');
}, stageTimeoutMs);
afterAll(() => stage.close());

const open = (tab: string, viewing?: Viewing) => openAdmin(stage, tab, viewing);

describe('the list of every link', () => {
  test('is paged, sorted and filtered', async () => {
    const { admin } = await open('links');
    await admin.getByText('1–50 of 64').waitFor();
    await admin.getByRole('button', { name: 'Next' }).click();
    await admin.getByText('51–64 of 64').waitFor();
    await admin.getByRole('button', { name: 'In Tracker' }).click();
    await admin
      .getByRole('columnheader', { name: 'In Tracker' })
      .and(admin.locator('[aria-sort=ascending]'))
      .waitFor();
    await admin.getByText('1–50 of 64').waitFor();
    expect(await admin.locator('tbody tr').first().textContent()).toContain('SHOP-1');
    await admin.getByLabel('Tracker queue').selectOption('SHOP');
    await admin.getByText('1–4 of 4').waitFor();
    await admin.getByLabel('Type').selectOption('user');
    await admin.getByText('1–1 of 1').waitFor();
    expect(await admin.locator('tbody tr').textContent()).toContain('maria');
    await admin.getByLabel('Date added', { exact: true }).selectOption('olderYear');
    await admin.getByText('Nothing matches.').waitFor();
  });

  test('goes on where it was when a link is removed meanwhile', async () => {
    await stage.link('jane', 'ZERO-1', 'DEMO-2');
    const { admin } = await open('links');
    await admin.getByText('1–50 of 65').waitFor();
    const last = await admin.locator('tbody tr').last().textContent();
    const path = 'issues/DEMO-2/extensionEndpoints/tracker-links/issue/links?issueKey=ZERO-1';
    await stage.request('jane', 'DELETE', path);
    await admin.getByRole('button', { name: 'Next' }).click();
    await admin.getByText(/^(50–64 of 64)$/).waitFor();
    const first = await admin.locator('tbody tr').first().textContent();
    expect([last, first].map((row) => /TEST-\d+/.exec(row ?? '')?.[0])).toEqual(['TEST-16', 'TEST-15']);
    await admin.getByRole('button', { name: 'Previous' }).click();
    await admin.getByText('1–50 of 64').waitFor();
  });

  test.each([
    ['CSV', 'tracker-links.csv', /^\uFEFFkind,key,summary/],
    ['JSON', 'tracker-links.json', /^\[\n/],
  ])('is exported as %s', async (format, file, beginning) => {
    const { admin } = await open('links');
    await admin.getByRole('button', { name: `Export as ${format}` }).click();
    await admin.getByText('Done: 64 links.').waitFor();
    const link = admin.getByRole('link', { name: `Download ${file}` });
    expect(await link.getAttribute('download')).toBe(file);
    const text = await link.evaluate(async (element) => {
      const bytes = await (await fetch((element as HTMLAnchorElement).href)).arrayBuffer();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    });
    expect(text).toMatch(beginning);
    expect(text.match(/TEST-\d+\b(?=["',])/g)?.length).toBeGreaterThanOrEqual(60);
    expect(text).toContain('Оплата картой не проходит');
  });
});

test('what cannot be read is listed with its beginning', async () => {
  const { admin } = await open('audit');
  await admin.getByRole('link', { name: 'DEMO-9', exact: true }).waitFor();
  await admin.getByText('{"v":1,"lin').waitFor();
  await admin.getByText('The stored value is not JSON.').waitFor();
});

test('people who share an identity in Tracker are listed with what they share', async () => {
  const { admin: before } = await open('audit');
  await before.getByText('None.').waitFor();
  for (const [login, name] of [
    ['jane', 'J.Roe'],
    ['maria', 'j.roe'],
  ]) {
    const path = `users/${login}/extensionEndpoints/tracker-links/user/identity`;
    await stage.request(login ?? '', 'POST', path, { login: name });
  }
  const { admin } = await open('audit');
  const row = admin.getByRole('listitem').filter({ hasText: 'Tracker login' });
  await row.getByText('J.Roe', { exact: true }).waitFor();
  expect(await row.getByRole('link').allTextContents()).toEqual(['jane', 'maria']);
  await row.getByText('Мария Кузнецова').waitFor();
});

describe.each(['recipe', 'checks', 'links', 'audit'])('the tab %s', (tab) => {
  test.each(narrowViews)('is readable for everybody, %s, in %s, 320 px wide', async (theme, locale) => {
    const { page } = await open(tab, { theme, locale, width: 320 });
    await expectReadable(page);
  });
});
