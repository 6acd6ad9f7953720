import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findAccessibilityProblems } from './support/axe.ts';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { places, widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.link('jane', 'TEST-1', 'DEMO-1', 'DEMO-A-1', 'jane', 'project:DEMO');
  await stage.link('robot', 'TEST-22', 'DEMO-1', 'DEMO-2');
}, stageTimeoutMs);
afterAll(() => stage.close());

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'ru'] as const).map((locale) => ({ theme, locale })),
);

describe.each(places)('$key', ({ name, path, as = 'jane', reveal, shows }) => {
  test.each(looks)(
    'is readable for everybody, $theme, in $locale, 320 px wide',
    async ({ theme, locale }) => {
      const { page, problems } = await stage.open(path, { as, theme, locale, width: 320 });
      await reveal?.(page);
      const widget = widgetOn(page, name);
      await widget.getByText(shows[locale]).first().waitFor();
      const element = await page.locator(`iframe[title="${name}"]`).elementHandle();
      const frame = await element?.contentFrame();
      if (!frame) throw new Error('the frame has no document');
      expect(await findAccessibilityProblems(frame)).toEqual([]);
      const seen = await frame.evaluate(() => ({
        language: document.documentElement.lang,
        isNarrow: innerWidth <= 320,
        isDark: document.documentElement.classList.contains('ring-ui-theme-dark'),
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect(seen).toEqual({ language: locale, isNarrow: true, isDark: theme === 'dark', overflow: 0 });
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );
});

test.each(looks)(
  'a panel at work is readable for everybody, $theme, in $locale',
  async ({ theme, locale }) => {
    await stage.link('jane', 'TEST-70', 'DEMO-3');
    const { page } = await stage.open('/issue/DEMO-3', { theme, locale, width: 320 });
    const panel = widgetOn(page, 'Tracker links');
    await panel.locator('.tl-row button').first().click();
    await panel.locator('[data-step=removed]').waitFor();
    await stage.request('admin', 'POST', '_sandbox/faults', { status: 500, method: 'POST' });
    await panel.locator('.tl-opener button').click();
    await panel.locator('input').fill('TEST-71 TEST-0');
    await panel.locator('input').press('Enter');
    await panel.locator('[data-step=add-failed]').waitFor();
    await panel.locator('.tl-hint.tl-error').waitFor();
    const frame = await (await page.locator('iframe[title="Tracker links"]').elementHandle())?.contentFrame();
    if (!frame) throw new Error('the frame has no document');
    expect(await findAccessibilityProblems(frame)).toEqual([]);
    await page.context().close();
  },
);

test('the focus is seen in forced colours, and nothing moves for who asked for it', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-4');
  const { page } = await stage.open('/issue/DEMO-4', {
    prepare: (opened) => opened.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }),
  });
  const row = widgetOn(page, 'Tracker links').locator('.tl-row').first();
  await row.waitFor();
  await page.keyboard.press('Tab');
  await row.evaluate((element: HTMLElement) => element.focus());
  // On a busy machine the outline comes a moment after the focus.
  const look = () =>
    row.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return { outlineStyle, outlineWidth, isForced: matchMedia('(forced-colors: active)').matches };
    });
  const expected = { outlineStyle: 'solid', outlineWidth: '2px', isForced: true };
  while (!isDeepStrictEqual(await look(), expected)) await page.waitForTimeout(50);
  const longest = await row.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element);
        return [animationDuration, transitionDuration].flatMap((text) => text.split(',').map(parseFloat));
      }),
    ),
  );
  expect(longest).toBeLessThanOrEqual(0.001);
});

test.each(places.filter(({ key }) => key !== 'administration'))(
  'no button of $key breaks its words in Russian, 320 px wide',
  async ({ name, path, as = 'jane', reveal, shows }) => {
    const { page } = await stage.open(path, { as, locale: 'ru', width: 320 });
    await reveal?.(page);
    const widget = widgetOn(page, name);
    await widget.getByText(shows.ru).first().waitFor();
    const opener = widget.locator('.tl-opener button').first();
    if ((await opener.count()) > 0) await opener.click();
    const broken = await widget
      .locator('button')
      .evaluateAll((buttons) =>
        buttons.filter((one) => one.getBoundingClientRect().height > 28).map((one) => one.textContent),
      );
    expect(broken).toEqual([]);
    await page.context().close();
  },
);
