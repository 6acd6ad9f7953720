import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { openPage } from '../../../../test/support/browser.ts';

export interface OpenedWidget {
  readonly page: Page;
  /** The document of the widget. */
  readonly widget: Frame;
  readonly problems: readonly string[];
}

/** Opens a page of the host and waits until the widget of that name has registered. */
export async function openWidget(
  browser: Browser,
  url: string,
  { name = 'Widget 0', ...options }: BrowserContextOptions & { readonly name?: string } = {},
): Promise<OpenedWidget> {
  const { page, problems } = await openPage(browser, options);
  await page.goto(url);
  return { page, widget: await widgetOn(page, name), problems };
}

/** The document of the widget with that name, once it has registered. */
export async function widgetOn(page: Page, name: string): Promise<Frame> {
  const element = page.locator(`iframe[title="${name}"]`);
  await element.waitFor();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`The frame of ${name} has no document`);
  await frame.locator('body[data-state="ready"]').waitFor({ state: 'attached' });
  return frame;
}

/** Evaluates an expression in the widget; what it throws or rejects with comes back as `Name: message`. */
export function attempt(widget: Frame, expression: string): Promise<unknown> {
  return widget.evaluate(`(async () => {
    try { return await (${expression}); } catch (error) { return error.name + ': ' + error.message; }
  })()`);
}
