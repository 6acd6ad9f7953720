import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { framePermissions } from './frame-permissions.ts';
import type { HostedApp, HostedSandbox } from './hosted-sandbox.ts';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
};

/** The same restrictions that the frame has, for a widget's page that is opened by itself. */
const documentPolicy = `sandbox ${framePermissions}`;

/**
 * Serves what lies under `widgets/` in the packages, at the URLs that YouTrack uses [seen]. Pages get the `YTApp` script in
 * front of everything else; whoever fetches one (rather than opening it) gets the file as it is. Widgets have no
 * origin of their own, so their modules and fonts need leave to be read from anywhere.
 */
export function createWidgetFiles(sandbox: HostedSandbox, pageFolder: string): Hono {
  const routes = new Hono();
  routes.get('/api/appResources/:app/*', (context) => {
    const { app: appId } = context.req.param();
    const app = sandbox.apps.all().find(({ id }) => id === appId);
    const path = decodeURIComponent(new URL(context.req.url).pathname).split(`/${appId}/`)[1] ?? '';
    const file = app && findFile(app, path);
    if (file === undefined)
      return context.json({ error: 'Not Found', error_description: 'There is no such file.' }, 404);
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const isPage = extension === 'html' && (context.req.header('Accept') ?? '').includes('text/html');
    return context.body(isPage ? withScript(file, readScript(pageFolder)) : Uint8Array.from(file), 200, {
      'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ...(extension === 'html' || extension === 'svg' ? { 'Content-Security-Policy': documentPolicy } : {}),
    });
  });
  return routes;
}

/** Only widgets' files and icons are public, never scripts or settings. */
function findFile(
  { package: { files, manifest, widgets } }: HostedApp,
  path: string,
): Uint8Array | undefined {
  const isIcon = path === manifest.icon || path === manifest.iconDark;
  const isNamed = widgets.some(({ indexPath, iconPath }) => path === indexPath || path === iconPath);
  return path.startsWith('widgets/') || isIcon || isNamed ? files.get(path) : undefined;
}

function readScript(pageFolder: string): string {
  return readFileSync(join(pageFolder, 'yt-app.js'), 'utf8').replaceAll('</script', '<\\/script');
}

/** Puts the script right behind `<head>`, else behind the document type, so that it runs before any other. */
export function withScript(page: Uint8Array, script: string): string {
  const text = new TextDecoder().decode(page);
  const start =
    /<head(\s[^<>]*)?>/i.exec(text) ?? /<html(\s[^<>]*)?>/i.exec(text) ?? /^\s*<!doctype[^>]*>/i.exec(text);
  const at = start === null ? 0 : start.index + start[0].length;
  return `${text.slice(0, at)}<script>${script}</script>${text.slice(at)}`;
}
