import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** One call that a widget made through the host. */
export interface HostCall {
  readonly endpoint: string;
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly scope: boolean;
}

export interface WidgetOptions {
  readonly folder: string;
  readonly key: string;
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  /** What `fetchApp` answers; a rejection is the host's own failure. */
  readonly answer: (call: HostCall) => unknown;
  readonly restAnswer?: (url: string) => unknown;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Opens a built widget with a stand-in for YouTrack's host around it. No server: the browser gets the files from here. */
export async function openWidget(page: Page, options: WidgetOptions): Promise<void> {
  const { folder, key, locale = 'en', theme = 'light', answer, restAnswer } = options;
  await page.route('http://widget.invalid/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = await readFile(join(folder, path)).catch(() => undefined);
    if (body === undefined) return await route.fulfill({ status: 404 });
    await route.fulfill({ body, contentType: contentTypes[extname(path)] ?? 'application/octet-stream' });
  });
  await page.exposeFunction('hostFetchApp', (call: HostCall) => answer(call));
  await page.exposeFunction('hostFetchYouTrack', (url: string) => restAnswer?.(url));
  await page.addInitScript(injectHost, { locale, theme });
  await page.goto(`http://widget.invalid/widgets/${key}/index.html`);
}

/** Runs in the page. */
function injectHost({ locale, theme }: { locale: string; theme: string }): void {
  const scope = globalThis as unknown as Record<string, (...values: unknown[]) => unknown>;
  const host = {
    fetchApp: (endpoint: string, { method, query, body, scope: isScoped }: Record<string, unknown>) =>
      scope.hostFetchApp?.({ endpoint, method, query, body: body ?? null, scope: isScoped === true }),
    fetchYouTrack: (url: string) => scope.hostFetchYouTrack?.(url),
    alert: () => undefined,
    closeWidget: () => document.body.setAttribute('data-closed', 'true'),
  };
  const app = {
    register: async () => host,
    locale,
    entity: { id: '2-1', type: 'issue' },
    me: { login: 'jane', name: 'Jane Roe' },
    widget: { id: 'w', appId: 'a' },
  };
  Object.assign(globalThis, { YTApp: app });
  const dress = () => document.documentElement?.classList.toggle('ring-ui-theme-dark', theme === 'dark');
  document.addEventListener('readystatechange', dress);
}
