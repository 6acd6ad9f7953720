import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { hashPlaceholder, type PolicyProxy, startPolicyProxy } from './support/policy-proxy.ts';
import { places, widgetOn } from './support/widgets.ts';

/** The policy as the page on security has it. */
const policy =
  /```\n(default-src [^`]*)```/.exec(readFileSync('SECURITY.md', 'utf8'))?.[1]?.replace(/\s+/g, ' ') ?? '';

let stage: Stage;
let proxy: PolicyProxy;
beforeAll(async () => {
  stage = await openStage();
  proxy = await startPolicyProxy(stage.url, policy);
  await stage.link('jane', 'TEST-1', 'DEMO-1', 'DEMO-A-1', 'jane', 'project:DEMO');
}, stageTimeoutMs);
afterAll(async () => {
  await stage.close();
  await proxy.close();
});

test('there is a policy, with a place for the scripts in the pages, that allows nothing unsafe', () => {
  expect(policy).toContain(hashPlaceholder);
  expect(policy).not.toMatch(/unsafe-|\*/);
});

test.each(places)('$key works under the policy', async ({ name, path, as = 'jane', reveal, shows }) => {
  const { page, problems } = await stage.open(proxy.url + path, { as });
  await reveal?.(page);
  await widgetOn(page, name).getByText(shows.en).first().waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a link is added, and leads to Tracker', async () => {
  const { page, problems } = await stage.open(`${proxy.url}/issue/DEMO-3`);
  const panel = widgetOn(page, 'Tracker links');
  await panel.locator('.tl-opener button').click();
  await panel.locator('input').fill('https://tracker.yandex.ru/TEST-7');
  await panel.locator('input').press('Enter');
  await panel.getByRole('link', { name: 'TEST-7' }).waitFor();
  const address = await panel.getByRole('link', { name: 'TEST-7' }).getAttribute('href');
  expect(address).toBe('https://tracker.yandex.ru/TEST-7');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('the policy is in force: a script from elsewhere does not run', async () => {
  const { page, problems } = await stage.open(`${proxy.url}/issue/DEMO-1`);
  await widgetOn(page, 'Tracker links')
    .getByText(/Yandex Tracker/)
    .first()
    .waitFor();
  const frame = await (await page.locator('iframe[title="Tracker links"]').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  await frame.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.body.append(script);
  });
  expect(await frame.evaluate(() => 'intruder' in globalThis)).toBe(false);
  expect(problems.join('\n')).toContain('Content Security Policy');
  await page.context().close();
});
