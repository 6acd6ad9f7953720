import type { Page } from 'playwright-core';

type Link = readonly [login: string, issueKey: string, ...entities: string[]];

/** Links that look like those of a team at work. */
const links: readonly Link[] = [
  ['jane', 'SHOP-1', 'DEMO-1', 'DEMO-2'],
  ['ivan', 'TEST-12', 'DEMO-1', 'DEMO-3'],
  ['tracker-robot', 'TEST-3', 'DEMO-1', 'DEMO-A-2', 'project:DEMO'],
  ['jane', 'TEST-1', 'DEMO-1', 'DEMO-A-2', 'user:jane'],
  ['jane', 'TEST-7', 'user:jane', 'DEMO-8'],
  ['ivan', 'TEST-4', 'DEMO-7', 'LAB-1'],
  ['tracker-robot', 'SHOP-5', 'OPS-3', 'LAB-2'],
];

/** Puts the links into the sandbox through the app's own endpoint. */
export async function furnish(url: string): Promise<void> {
  for (const [login, issueKey, ...entityIds] of links) {
    const response = await fetch(`${url}/api/extensionEndpoints/tracker-links/global/links`, {
      method: 'POST',
      headers: { authorization: `Bearer perm:${login}`, 'content-type': 'application/json' },
      body: JSON.stringify({ issueKey, entityIds }),
    });
    if (!response.ok) throw new Error(`${login} cannot link ${issueKey}: ${await response.text()}`);
  }
}

/** Makes the links of one issue known to Tracker as well: its page shows what Tracker has stored. */
export async function linkInTracker(tracker: string): Promise<void> {
  for (const [kind, key] of [
    ['issue', 'DEMO-1'],
    ['article', 'DEMO-A-2'],
  ]) {
    const response = await fetch(`${tracker}/v3/issues/TEST-1/remotelinks?backlink=true`, {
      method: 'POST',
      headers: { authorization: 'OAuth pictures', 'content-type': 'application/json' },
      body: JSON.stringify({ relationship: 'RELATES', key, origin: `com.example.youtrack.${kind}` }),
    });
    if (!response.ok) throw new Error(`TEST-1 cannot be linked to ${key}: ${await response.text()}`);
  }
}

const hourMs = 60 * 60 * 1000;

/** Lets the page show a server that has an address of its own and links that are older than a moment. */
export async function pretend(page: Page): Promise<void> {
  const systemSettings = { baseUrl: 'https://youtrack.example.com' };
  await page.route('**/api/admin/globalSettings?*', (route) => route.fulfill({ json: { systemSettings } }));
  await page.route(/\/(panel|linked|admin\/links)\?/, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { readonly data?: { links?: { addedAt: string }[] } };
    answer.data?.links?.forEach((link, index) => {
      link.addedAt = new Date(Date.now() - 2 * hourMs * 1.7 ** index).toISOString();
    });
    await route.fulfill({ response, json: answer });
  });
}
