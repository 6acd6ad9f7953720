import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

/** The script and the stylesheet of the pages, the server's own icon, and a picture for every user. */
export function createAssets(pageFolder: string): Hono {
  const routes = new Hono();
  const asset = (file: string, contentType: string) => {
    routes.get(`/_host/${file}`, (context) =>
      context.body(readFileSync(join(pageFolder, file)), 200, {
        'Content-Type': contentType,
        'Cache-Control': 'no-cache',
      }),
    );
  };
  asset('page.js', 'text/javascript; charset=utf-8');
  asset('page.css', 'text/css; charset=utf-8');
  const picture = (path: string, svg: string) => {
    routes.get(path, (context) => context.body(svg, 200, { 'Content-Type': 'image/svg+xml' }));
  };
  picture('/favicon.ico', icon);
  picture('/hub/api/rest/avatar/:user', avatar);
  return routes;
}

const avatar = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#8a93a6"/>
<circle cx="16" cy="12" r="5" fill="#fff"/><path d="M6 27a10 9 0 0 1 20 0z" fill="#fff"/></svg>`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#3a6fd8"/>
<path d="M8 11h16M8 16h11M8 21h14" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>`;
