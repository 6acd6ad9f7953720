import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openStage, type Stage, stageTimeoutMs, type Viewing } from './support/open-stage.ts';
import { widgetOn } from './support/widgets.ts';

const name = 'Links for Yandex Tracker';
const path = '/admin/app/tracker-links/administration';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

async function open(tab: string, viewing: Viewing = {}): Promise<{ page: Page; admin: FrameLocator }> {
  const { page } = await stage.open(`${path}?tab=${tab}`, { as: 'admin', ...viewing });
  return { page, admin: widgetOn(page, name) };
}

function textOf(admin: FrameLocator): Promise<string> {
  return admin.getByRole('textbox', { name: 'Letter to Tracker’s support' }).inputValue();
}

test('is for administrators alone', async () => {
  const { page } = await open('links', { as: 'jane' });
  expect(await page.locator('iframe').count()).toBe(0);
});

test('the open tab is in the address, and Back leads to the one before', async () => {
  const { page, admin } = await open('checks');
  await admin.getByRole('heading', { name: 'Is everything set up?' }).waitFor();
  await admin.getByRole('tab', { name: 'Links' }).click();
  await admin.getByRole('heading', { name: 'All links' }).waitFor();
  expect(page.url()).toContain('tab=links');
  await page.goBack();
  await admin.getByRole('heading', { name: 'Is everything set up?' }).waitFor();
  await admin.getByRole('tab', { name: 'Checks' }).press('ArrowRight');
  await admin.locator('[role=tab]:focus', { hasText: 'Connection' }).waitFor();
});

describe('the letter', () => {
  test('names this server in every parameter, in the language chosen', async () => {
    const { admin } = await open('registration');
    await admin.getByRole('textbox', { name: 'Letter to Tracker’s support' }).waitFor();
    const english = await textOf(admin);
    expect(english).toContain(
      `entityInfoUrl: ${stage.url}/api/issues/{{remoteKey}}/extensionEndpoints/tracker-links/issue/info`,
    );
    expect(english).toContain('responsible: Ada Adler <admin@example.com>');
    await admin.getByLabel('Language of the letter').selectOption('ru');
    await admin.getByLabel('What is linked').selectOption('all');
    expect(await textOf(admin)).toMatch(/^Здравствуйте/);
    expect((await textOf(admin)).match(/^id: /gm)).toHaveLength(4);
  });

  test('has a subject, the organisation, a contact and names that can be changed, and says where to send it', async () => {
    const { admin } = await open('registration', { locale: 'ru' });
    const letter = admin.getByRole('textbox', { name: 'Письмо в поддержку Трекера' });
    await letter.waitFor();
    await admin.getByLabel('Название организации').fill('Ромашка');
    await admin.getByLabel('Идентификатор в Трекере').fill('4711');
    await admin.getByLabel('Контакт').fill('Дежурный <duty@example.com>');
    await admin.getByLabel('Название задач в Трекере').fill('Ютрек');
    const subject = admin.getByRole('textbox', { name: 'Тема', exact: true });
    expect(await subject.inputValue()).toBe('Регистрация внешних приложений: Ромашка (4711)');
    const text = await letter.inputValue();
    for (const line of [
      'name: Ютрек',
      'responsible: Дежурный <duty@example.com>',
      'Организация: Ромашка (4711)',
    ])
      expect(text.split('\n')).toContain(line);
    await admin.getByRole('link', { name: 'https://yandex.ru/support/tracker/ru/ext-app-info' }).waitFor();
  });

  test('keeps what was written into it for the next visit', async () => {
    const first = await open('registration');
    await first.admin.getByRole('textbox', { name: 'Letter to Tracker’s support' }).waitFor();
    const kept = first.page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().includes('admin/registration'),
    );
    await first.admin.getByLabel('Your organisation’s name').fill('Ромашка');
    await first.admin.getByLabel('Contact').fill('Duty <duty@example.com>');
    await kept;
    const { admin } = await open('registration');
    const name = admin.getByLabel('Your organisation’s name');
    while ((await name.inputValue()) !== 'Ромашка') await pause(50);
    expect(await textOf(admin)).toContain('responsible: Duty <duty@example.com>');
    const forgotten = first.page.waitForResponse((answer) => answer.request().method() === 'POST');
    await first.admin.getByLabel('Your organisation’s name').fill('');
    await first.admin.getByLabel('Contact').fill('');
    await forgotten;
  });

  test('is preceded by warnings about an address that Tracker cannot reach', async () => {
    const { admin } = await open('registration');
    await admin.getByText('This address leads to the computer').waitFor();
    const address = admin.getByLabel('Address of this YouTrack');
    await address.fill('https://10.0.0.7');
    await admin.getByText('This address looks like one of your own network').waitFor();
    await address.fill('https://youtrack.example.com');
    await admin.getByText('This address looks like one of your own network').waitFor({ state: 'detached' });
  });

  test('without a token asks for a project, and then has everything', async () => {
    const { admin } = await open('registration');
    await admin.getByLabel('How Tracker authenticates').selectOption('guest');
    await admin.getByText('Without a token, Tracker creates links through one project').waitFor();
    expect(await textOf(admin)).not.toContain('createLinkUrl');
    expect(await textOf(admin)).not.toContain('POST');
    await admin.getByLabel('Project for new links').selectOption('DEMO');
    await admin.getByText('Without a token, Tracker creates links').waitFor({ state: 'detached' });
    await admin.locator('.tl-copy button:enabled', { hasText: 'Copy' }).waitFor();
    expect(await textOf(admin)).toContain(
      `createLinkUrl: ${stage.url}/api/admin/projects/DEMO/extensionEndpoints/`,
    );
    expect(await textOf(admin)).not.toContain('oauthToken');
    await admin.getByText('In DEMO the guest cannot see these: Issues').waitFor();
  });

  test('follows the address that the administrator corrects', async () => {
    const { admin } = await open('registration');
    const address = admin.getByLabel('Address of this YouTrack');
    await address.fill('nonsense');
    await admin.getByText('Enter the address of this YouTrack').waitFor();
    await address.fill('https://youtrack.example.com/');
    await admin.getByText('Enter the address of this YouTrack').waitFor({ state: 'detached' });
    await admin.locator('.tl-copy button:enabled', { hasText: 'Copy' }).waitFor();
    expect(await textOf(admin)).toContain('frontUrl: https://youtrack.example.com/issue/{{remoteKey}}');
    expect(await textOf(admin)).toContain('id: com.example.youtrack.issue');
  });

  test('is copied as a whole', async () => {
    const { page, admin } = await open('registration');
    await admin.getByRole('button', { name: 'Copy', exact: true }).click();
    await admin.getByText(/^Copied$|The text is selected/).waitFor();
    const selected = await admin
      .getByRole('textbox', { name: 'Letter to Tracker’s support' })
      .evaluate((area) => {
        const { selectionStart, selectionEnd, value } = area as HTMLTextAreaElement;
        return selectionEnd - selectionStart === value.length;
      });
    const isCopied = await admin.getByText('Copied', { exact: true }).isVisible();
    expect(isCopied || selected).toBe(true);
    expect(page.url()).toContain('administration');
  });
});

describe('the recipe', () => {
  test('sets, changes, adds to and clears links as printed', async () => {
    const { admin } = await open('recipe');
    await admin.getByRole('textbox', { name: 'Request body' }).waitFor();
    const printed = (label: string) => admin.getByRole('textbox', { name: label, exact: true }).inputValue();
    const request = {
      method: await printed('Method'),
      headers: {
        [await printed('Authorization header')]: `${await printed('Token type')} perm:robot`,
        'content-type': await printed('Content type'),
      },
    };
    const address = await printed('Address');
    const body = (await printed('Request body')).replaceAll('{{issue.key}}', 'TEST-77');
    /** What Tracker sends when the field holds this. */
    const run = async (value: string) => {
      const filled = body.replaceAll('{{issue.local.youtrack.json}}', value);
      const answer = await fetch(address, { ...request, body: filled });
      return { status: answer.status, answer: await answer.json() };
    };
    const keys = () =>
      Promise.all(['DEMO-20', 'DEMO-21'].map((key) => stage.keysOf(`issues/${key}`, 'issue')));
    expect((await run('"DEMO-20"')).status).toBe(200);
    expect(await keys()).toEqual([['TEST-77'], []]);
    expect((await run(`"${stage.url}/issue/DEMO-21"`)).status).toBe(200);
    expect(await keys()).toEqual([[], ['TEST-77']]);
    expect((await run('"demo-20, DEMO-21"')).status).toBe(200);
    expect(await keys()).toEqual([['TEST-77'], ['TEST-77']]);
    const unfilled = await run('{{issue.local.youtrack.json}}');
    expect(unfilled).toMatchObject({
      status: 400,
      answer: { error_description: expect.stringContaining('variable') },
    });
    expect(await keys()).toEqual([['TEST-77'], ['TEST-77']]);
    expect((await run('""')).status).toBe(200);
    expect(await keys()).toEqual([[], []]);
  });

  test('understands a pasted variable, and says when it is the name of the field', async () => {
    const { admin } = await open('recipe');
    const body = admin.getByRole('textbox', { name: 'Request body' });
    await body.waitFor();
    const field = admin.getByLabel('Key of the field in Tracker');
    await field.fill('{{ issue.local.keys.json }}');
    await expect(body.inputValue()).resolves.toContain('[{{issue.local.keys.json}}]');
    await field.fill('Ключ YouTrack');
    await admin.getByText('Enter the key of the field, not its name').waitFor();
  });

  test('copies each field on its own', async () => {
    const { admin } = await open('recipe');
    await admin.getByRole('button', { name: 'Copy: Request body' }).click();
    await admin.getByText(/^Copied$|The text is selected/).waitFor({ state: 'attached' });
  });
});

test('the checks call the letter’s addresses, say what was called and what came, and what is not known', async () => {
  const { admin } = await open('checks');
  await admin.locator('[data-check="probe-suggest"]').waitFor();
  const states = await admin
    .locator('[data-check]')
    .evaluateAll((items) =>
      items.map((item) => `${item.getAttribute('data-check')} ${item.getAttribute('data-state')}`),
    );
  expect(states).toEqual(
    expect.arrayContaining([
      'letter-attached ok',
      'letter-issue ok',
      'letter-article ok',
      'letter-project ok',
      'letter-user ok',
      'probe-create ok',
      'probe-remove ok',
      'probe-list ok',
      'probe-suggest ok',
      'service-account ok',
      'fields warning',
      'stored-values failed',
    ]),
  );
  await admin.getByText('in your browser as Ada Adler').waitFor();
  await admin
    .locator('[data-check="letter-issue"]')
    .getByText('GET /api/issues/DEMO-1/extensionEndpoints/tracker-links/issue/info')
    .waitFor();
  await stage.request('admin', 'POST', '_sandbox/faults', { status: 500, path: '/global/suggest' });
  await admin.getByRole('button', { name: 'Check again' }).click();
  await admin.locator('[data-check="probe-suggest"][data-state="failed"]').getByText('app’s log').waitFor();
});

test('the checks tell a field that cannot be used from one that is not there', async () => {
  const configure = (globalSettings: object) =>
    stage.request('admin', 'POST', 'admin/apps/tracker-links/globalConfig', { globalSettings });
  await configure({ statusField: 'Assignee', assigneeField: 'Owner', disclosure: 'status' });
  const { admin } = await open('checks');
  const fields = admin.locator('[data-check="fields"]');
  await fields.getByText(/have a type that cannot be used: DEMO: Assignee/).waitFor();
  await fields.getByText(/do not exist: DEMO: Owner/).waitFor();
  await fields.getByText(/does not get these values: DEMO: Due Date/).waitFor();
  await admin.locator('[data-check="disclosure"]').getByText('The key and the status, no summary.').waitFor();
  await configure({ statusField: null, assigneeField: null, disclosure: null });
});

test('the letter has the server’s address when that of a page was entered', async () => {
  const { admin } = await open('registration');
  await admin
    .getByLabel('Address of this YouTrack')
    .fill('https://youtrack.example.com/issue/DEMO-1#focus=Comments-4-2.0-0');
  await admin.getByText('Enter the address of this YouTrack').waitFor({ state: 'detached' });
  const letter = admin.getByRole('textbox', { name: 'Letter to Tracker’s support' });
  await admin.locator('.tl-copy button:enabled', { hasText: 'Copy' }).waitFor();
  expect(await letter.inputValue()).toContain('frontUrl: https://youtrack.example.com/issue/{{remoteKey}}');
});
