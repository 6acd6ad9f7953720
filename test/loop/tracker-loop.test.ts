import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StatusAnswer } from '../../src/checks/status-answer.ts';
import type { LinksAnswer } from '../../src/protocol/answers.ts';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';

const application = 'com.example.youtrack.issue';
const articles = 'com.example.youtrack.article';
const adminStatus = '/api/extensionEndpoints/tracker-links/admin/status';
const followTimeoutMs = 30_000;

describe.each(['writable', 'readonly'] as const)(
  'the loop of Tracker and YouTrack where DELETE is %s',
  (remove) => {
    let sandbox: RunningSandbox | undefined;

    beforeAll(async () => {
      const flags = ['--world', 'demo/world.json', '--app', 'tracker-links.zip', '--delete', remove];
      sandbox = await startSandbox(...flags);
    });
    afterAll(() => sandbox?.stop());

    test('a link made in Tracker appears in YouTrack, is shown in Tracker, and goes with its removal there', async () => {
      const id = await linkInTracker('TEST-2', 'DEMO-1');
      expect(await linksInYouTrack('issues/DEMO-1', 'issue')).toEqual([
        expect.objectContaining({ issueKey: 'TEST-2', addedBy: 'tracker-robot', via: 'tracker' }),
      ]);

      const page = await pageOf('TEST-2');
      for (const text of [
        'DEMO-1',
        "Customers can't pay with a saved card",
        'In Progress',
        'Jane Roe',
        '4 дек. 2026',
      ]) {
        expect(page).toContain(text);
      }

      await unlinkInTracker('TEST-2', id);
      await untilNoLinks('issues/DEMO-1', 'issue');
      expect(await pageOf('TEST-2')).not.toContain("Customers can't pay");
    });

    test('the last call of Tracker is told to administrators, with what came of it', async () => {
      await pageOf('TEST-2');
      const id = await linkInTracker('TEST-2', 'DEMO-1');
      await pageOf('TEST-2');
      const deadline = Date.now() + followTimeoutMs;
      const about = async () => {
        const status = await askYouTrack('GET', adminStatus, undefined, 'admin');
        return (status as StatusAnswer).calls.find(({ kind }) => kind === 'issue');
      };
      while ((await about()) === undefined && Date.now() < deadline) await pause(20);
      expect(await about()).toEqual({
        kind: 'issue',
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        address: expect.stringMatching(/tracker-links\/(issue\/info|global\/links\?kind=issue)/),
        status: expect.any(Number),
      });
      await unlinkInTracker('TEST-2', id);
      await untilNoLinks('issues/DEMO-1', 'issue');
    });

    test('an article in Cyrillic goes round the loop as well', async () => {
      const id = await linkInTracker('SHOP-3', 'LAB-A-1', articles);
      expect(await linksInYouTrack('articles/LAB-A-1', 'article')).toEqual([
        expect.objectContaining({ issueKey: 'SHOP-3' }),
      ]);
      expect(await pageOf('SHOP-3')).toContain('Как мы ставим эксперименты');
      await unlinkInTracker('SHOP-3', id);
      await untilNoLinks('articles/LAB-A-1', 'article');
    });

    test('a link made in YouTrack and removed in Tracker is gone on both sides', async () => {
      await askYouTrack('POST', '/api/issues/DEMO-2/extensionEndpoints/tracker-links/issue/links', {
        issueKey: 'TEST-4',
      });
      const id = await linkInTracker('TEST-4', 'DEMO-2');
      expect(await linksInYouTrack('issues/DEMO-2', 'issue')).toEqual([
        expect.objectContaining({ addedBy: 'jane' }),
      ]);
      await unlinkInTracker('TEST-4', id);
      await untilNoLinks('issues/DEMO-2', 'issue');
    });

    test('a project that discloses the status alone keeps its summary from Tracker', async () => {
      await linkInTracker('TEST-6', 'OPS-3');
      const page = await pageOf('TEST-6');
      expect(page).toContain('OPS-3');
      expect(page).toContain('Fixed');
      expect(page).not.toContain('Alert when the payment queue grows');
    });

    test("the OAuth scheme is refused by YouTrack, and Tracker's page says that it knows nothing more", async () => {
      await tell('PUT', `/_sandbox/applications/${application}/tokenScheme`, { tokenScheme: 'OAuth' });
      const id = await linkInTracker('TEST-8', 'DEMO-3');
      expect(await linksInYouTrack('issues/DEMO-3', 'issue')).toEqual([]);
      expect(await pageOf('TEST-8')).toContain('401');
      await unlinkInTracker('TEST-8', id);
      await tell('PUT', `/_sandbox/applications/${application}/tokenScheme`, { tokenScheme: 'Bearer' });
    });

    async function linkInTracker(issueKey: string, key: string, origin = application): Promise<number> {
      const body = { relationship: 'RELATES', key, origin };
      const answer = await tell('POST', `/v3/issues/${issueKey}/remotelinks?backlink=true`, body);
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { id: number }).id;
    }

    async function unlinkInTracker(issueKey: string, id: number): Promise<void> {
      const answer = await tell('DELETE', `/v3/issues/${issueKey}/remotelinks/${id}`);
      expect(answer.status).toBe(204);
    }

    async function pageOf(issueKey: string): Promise<string> {
      const page = await fetch(`${sandbox?.tracker}/${issueKey}`, { headers: { 'accept-language': 'ru' } });
      expect(page.status).toBe(200);
      return (await page.text()).replaceAll('&#39;', "'");
    }

    function tell(method: string, path: string, body?: unknown): Promise<Response> {
      return fetch(`${sandbox?.tracker}${path}`, {
        method,
        headers: { authorization: 'OAuth test', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    }

    async function linksInYouTrack(entity: string, handler: string): Promise<LinksAnswer['links']> {
      const path = `/api/${entity}/extensionEndpoints/tracker-links/${handler}/links`;
      return ((await askYouTrack('GET', path, undefined, 'admin')) as LinksAnswer).links;
    }

    /** A removal may be put off for a moment where DELETE only reads. */
    async function untilNoLinks(entity: string, handler: string): Promise<void> {
      const deadline = Date.now() + followTimeoutMs;
      while ((await linksInYouTrack(entity, handler)).length > 0) {
        if (Date.now() > deadline) throw new Error(`${entity} was still linked after ${followTimeoutMs} ms`);
        await pause(20);
      }
    }

    async function askYouTrack(
      method: string,
      path: string,
      body?: unknown,
      login = 'jane',
    ): Promise<unknown> {
      const answer = await fetch(`${sandbox?.youtrack}${path}`, {
        method,
        headers: { authorization: `Bearer perm:${login}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.status).toBe(200);
      return answer.json();
    }
  },
);
