import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTwoSides, readLinksOf, readRemoteLinks, type TwoSides } from '../mirroring/support/two-sides.ts';
import { applyCommand, toolsWorld } from './support/ask-tools.ts';

let sides: TwoSides;
afterEach(() => sides.close());

async function open(flags: Parameters<typeof openTwoSides>[1] = {}): Promise<void> {
  sides = await openTwoSides(toolsWorld(), { apps: ['tracker-links.zip'], ...flags });
}

async function linksOf(...keys: readonly string[]): Promise<string[][]> {
  const all = await Promise.all(keys.map((key) => readLinksOf(sides, `issues/${key}`)));
  return all.map(({ links }) => links.map(({ issueKey }) => issueKey));
}

async function told(issueKey: string): Promise<string[]> {
  return (await readRemoteLinks(sides, issueKey)).map(({ name }) => name).sort();
}

async function messages(): Promise<string> {
  return JSON.stringify((await sides.askYouTrack('GET', '/api/_sandbox/messages')).body);
}

describe.each(['writable', 'readonly'] as const)('a command where DELETE is %s', (deletes) => {
  beforeEach(() => open({ deletes }));

  test('links and unlinks many issues at once, here and in Tracker', async () => {
    const issues = ['DEMO-1', 'DEMO-2', 'DEMO-3'];
    expect((await applyCommand(sides, 'tracker link test-5', issues)).status).toBe(200);
    expect(await linksOf(...issues)).toEqual([['TEST-5'], ['TEST-5'], ['TEST-5']]);
    const [link] = (await readLinksOf(sides, 'issues/DEMO-1')).links;
    expect(link).toMatchObject({ addedBy: 'jane', via: 'youtrack', mirror: { state: 'pending' } });
    await sides.advance(60_000);
    expect(await told('TEST-5')).toEqual(issues.map((key) => `issue ${key}`));

    expect((await applyCommand(sides, 'Tracker Unlink TEST-5', ['DEMO-1', 'DEMO-3'])).status).toBe(200);
    expect(await linksOf(...issues)).toEqual([[], ['TEST-5'], []]);
    await sides.advance(60_000);
    expect(await told('TEST-5')).toEqual(['issue DEMO-2']);
  });
});

describe('a command', () => {
  beforeEach(() => open());

  test('takes the address of a Tracker issue', async () => {
    const { status } = await applyCommand(sides, 'tracker link https://tracker.yandex.ru/TEST-2', ['DEMO-1']);
    expect(status).toBe(200);
    expect(await linksOf('DEMO-1')).toEqual([['TEST-2']]);
  });

  test('goes together with others in one line', async () => {
    const { status } = await applyCommand(sides, 'tracker link TEST-1 tracker link TEST-2', ['DEMO-1']);
    expect(status).toBe(200);
    expect(await linksOf('DEMO-1')).toEqual([['TEST-1', 'TEST-2']]);
    await sides.advance(60_000);
    expect([await told('TEST-1'), await told('TEST-2')]).toEqual([['issue DEMO-1'], ['issue DEMO-1']]);
  });

  test('that changes nothing says so, and is no error', async () => {
    await applyCommand(sides, 'tracker link TEST-5', ['DEMO-1']);
    expect(await messages()).not.toContain('TEST-5');
    expect((await applyCommand(sides, 'tracker link TEST-5', ['DEMO-1'])).status).toBe(200);
    expect(await messages()).toContain('DEMO-1 is already linked to TEST-5.');
    expect((await applyCommand(sides, 'tracker unlink TEST-5', ['DEMO-2'])).status).toBe(200);
    expect(await messages()).toContain('DEMO-2 is not linked to TEST-5.');
    expect(await linksOf('DEMO-1', 'DEMO-2')).toEqual([['TEST-5'], []]);
  });

  test.each([
    ['a word that is no key', 'tracker link привет', /expected a Tracker issue key such as TEST-123/],
    ['no key at all', 'tracker link', /issueKey: expected a Tracker issue key/],
    ['a key of no issue that can be', 'tracker unlink TEST-0', /expected a Tracker issue key/],
  ])('with %s is refused with a sentence, on every issue', async (_, query, sentence) => {
    const { status, body } = await applyCommand(sides, query, ['DEMO-1', 'DEMO-2']);
    expect(status).toBe(400);
    expect((body as { error_description: string }).error_description).toMatch(sentence);
    expect(await linksOf('DEMO-1', 'DEMO-2')).toEqual([[], []]);
  });

  test('of somebody who may only read is refused with the permission to ask for', async () => {
    const { status, body } = await applyCommand(sides, 'tracker link TEST-5', ['DEMO-1'], 'rita');
    expect(status).toBe(400);
    expect((body as { error_description: string }).error_description).toContain('LINK_ISSUE or UPDATE_ISSUE');
    expect(await linksOf('DEMO-1')).toEqual([[]]);
  });

  test.each([[['OPS-1', 'DEMO-1']], [['DEMO-1', 'OPS-1']]])(
    'on issues of which one may only be read changes none, and names the one (%j)',
    async (keys) => {
      expect((await applyCommand(sides, 'tracker link TEST-1', ['OPS-1'], 'rita')).status).toBe(200);
      for (const query of ['tracker link TEST-5', 'tracker unlink TEST-1']) {
        const { status, body } = await applyCommand(sides, query, keys, 'rita');
        expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('DEMO-1')]);
      }
      await sides.advance(60_000);
      expect(await linksOf('OPS-1', 'DEMO-1')).toEqual([['TEST-1'], []]);
      expect(await told('TEST-5')).toEqual([]);
    },
  );

  test('on a hidden issue among others is what it is on one that is nowhere', async () => {
    const hidden = await applyCommand(sides, 'tracker link TEST-5', ['DEMO-1', 'DEMO-7']);
    const nowhere = await applyCommand(sides, 'tracker link TEST-5', ['DEMO-1', 'DEMO-8']);
    expect(JSON.stringify(hidden).replaceAll('DEMO-7', 'KEY')).toBe(
      JSON.stringify(nowhere).replaceAll('DEMO-8', 'KEY'),
    );
    expect(await linksOf('DEMO-1')).toEqual([[]]);
  });
});

describe('commands that overlap', () => {
  beforeEach(() => open({ writes: 'overlapping' }));

  test('all take effect', async () => {
    const keys = ['TEST-1', 'TEST-2', 'TEST-3', 'TEST-4'];
    await Promise.all(keys.map((key) => applyCommand(sides, `tracker link ${key}`, ['DEMO-1', 'DEMO-2'])));
    await sides.advance(3_600_000);
    expect(await linksOf('DEMO-1', 'DEMO-2')).toEqual([keys, keys]);
    for (const key of keys) expect(await told(key)).toEqual(['issue DEMO-1', 'issue DEMO-2']);
  });
});
