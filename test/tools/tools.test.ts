import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { openTwoSides, readLinksOf, readRemoteLinks, type TwoSides } from '../mirroring/support/two-sides.ts';
import { askMcp, callTool, toolsWorld } from './support/ask-tools.ts';

interface ListedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly outputSchema: object;
  readonly annotations: Readonly<Record<string, unknown>>;
}

let sides: TwoSides;
let tools: readonly ListedTool[];
beforeAll(async () => {
  sides = await openTwoSides(toolsWorld(), { apps: ['tracker-links.zip'] });
  const { result } = await askMcp(sides, 'tools/list', {});
  tools = (result as { readonly tools: readonly ListedTool[] }).tools.filter(({ name }) =>
    name.startsWith('tracker-links_'),
  );
});
afterAll(() => sides.close());

function toolNamed(name: string): ListedTool {
  const tool = tools.find((one) => one.name === `tracker-links_${name}`);
  if (tool === undefined) throw new Error(`there is no tool ${name}`);
  return tool;
}

/** Calls a tool and holds what it gives against the schema that it shows to agents. */
async function callWell(name: string, given: unknown, login?: string): Promise<unknown> {
  const answer = await callTool(sides, name, given, login);
  if ('failed' in answer) throw new Error(answer.failed);
  const fits = new Ajv({ strict: true, strictTypes: false }).compile(toolNamed(name).outputSchema);
  expect(fits(answer.result) ? [] : fits.errors).toEqual([]);
  return answer.result;
}

const notFound =
  'There is no such object, or you may not see it. Check the key and what your account may see. Problems: ';
const absent = (field: string) =>
  `${notFound}${field}: expected the key of an object that you may see, received no such object.`;
const mayNot = /^You can see this object, but may not change its links\. .*LINK_ISSUE or UPDATE_ISSUE/;
const malformed = /^The request cannot be understood\./;

describe('the tools', () => {
  test.each([
    ['list_tracker_links', true, false],
    ['find_linked_objects', true, false],
    ['add_tracker_links', false, false],
    ['remove_tracker_links', false, true],
  ])('%s says of itself what it does', (name, isReader, isDestructive) => {
    const { description, inputSchema, outputSchema, annotations } = toolNamed(name);
    expect(description.length).toBeGreaterThan(40);
    expect(annotations).toMatchObject({
      readOnlyHint: isReader,
      destructiveHint: isDestructive,
      idempotentHint: true,
    });
    for (const schema of [inputSchema, outputSchema]) {
      expect(new Ajv().validateSchema(schema)).toBe(true);
      expect(schema).toMatchObject({ type: 'object' });
    }
  });

  test.each(['docs/tools-and-commands.md', 'docs/tools-and-commands.ru.md'])(
    '%s names each with its arguments',
    (page) => {
      const rows = readFileSync(page, 'utf8').split('\n');
      expect(tools).toHaveLength(4);
      for (const { name, inputSchema } of tools) {
        const row = rows.find((line) => line.startsWith(`| \`${name}\` |`));
        for (const argument of Object.keys((inputSchema as { properties: object }).properties))
          expect(row).toContain(`\`${argument}\``);
      }
    },
  );

  test('link several objects to several Tracker issues, once each, and find them from both sides', async () => {
    const given = {
      issueKeys: ['test-1', 'https://tracker.yandex.ru/TEST-2', 'TEST-1'],
      keys: ['demo-1', 'DEMO-A-1', 'project:DEMO', 'user:jane'],
    };
    const keys = ['DEMO-1', 'DEMO-A-1', 'DEMO', 'jane'];
    expect(await callWell('add_tracker_links', given)).toEqual({
      created: ['TEST-1', 'TEST-2'].map((issueKey) => ({ issueKey, linked: keys, alreadyLinked: [] })),
    });
    expect(await callWell('add_tracker_links', given)).toEqual({
      created: ['TEST-1', 'TEST-2'].map((issueKey) => ({ issueKey, linked: [], alreadyLinked: keys })),
    });
    // The first look comes within two seconds: it may have told Tracker already.
    const mirror = expect.objectContaining({ state: expect.stringMatching(/^(pending|mirrored)$/) });
    const link = { addedBy: 'jane', via: 'youtrack', mirror };
    expect(await callWell('list_tracker_links', { keys: ['DEMO-1', 'DEMO-2'] })).toEqual({
      objects: [
        {
          key: 'DEMO-1',
          links: [
            expect.objectContaining({ issueKey: 'TEST-1', ...link }),
            expect.objectContaining({ issueKey: 'TEST-2', ...link }),
          ],
        },
        { key: 'DEMO-2', links: [] },
      ],
    });
    expect(await callWell('find_linked_objects', { issueKeys: ['TEST-1'], kind: 'article' })).toEqual({
      issues: [{ issueKey: 'TEST-1', links: [expect.objectContaining({ key: 'DEMO-A-1', ...link })] }],
    });
  });

  test('have Tracker told, and told again of the removal', async () => {
    await callWell('add_tracker_links', { issueKeys: ['TEST-3'], keys: ['DEMO-3', 'DEMO-4'] });
    await sides.advance(60_000);
    const names = async () => (await readRemoteLinks(sides, 'TEST-3')).map(({ name }) => name).sort();
    expect(await names()).toEqual(['issue DEMO-3', 'issue DEMO-4']);
    const removal = { issueKeys: ['TEST-3', 'TEST-4'], keys: ['DEMO-3', 'DEMO-4'] };
    expect(await callWell('remove_tracker_links', removal)).toEqual({
      removed: [
        { issueKey: 'TEST-3', removed: ['DEMO-3', 'DEMO-4'], notLinked: [] },
        { issueKey: 'TEST-4', removed: [], notLinked: ['DEMO-3', 'DEMO-4'] },
      ],
    });
    await sides.advance(60_000);
    expect(await names()).toEqual([]);
    expect((await readLinksOf(sides, 'issues/DEMO-3')).links).toEqual([]);
  });

  test('work where the app is not attached to the project, like the addresses that name no object', async () => {
    const given = { issueKeys: ['TEST-5'], keys: ['FAR-1'] };
    expect(await callWell('add_tracker_links', given)).toEqual({
      created: [{ issueKey: 'TEST-5', linked: ['FAR-1'], alreadyLinked: [] }],
    });
  });

  test('show only what the person sees', async () => {
    const given = { issueKeys: ['TEST-6'], keys: ['DEMO-7', 'DEMO-5'] };
    await callWell('add_tracker_links', given, 'boris');
    const found = async (login: string) => {
      const result = await callWell('find_linked_objects', { issueKeys: ['TEST-6'] }, login);
      const [issue] = (result as { issues: { links: { key: string }[] }[] }).issues;
      return issue?.links.map(({ key }) => key);
    };
    expect(await found('boris')).toEqual(['DEMO-5', 'DEMO-7']);
    expect(await found('jane')).toEqual(['DEMO-5']);
  });
});

describe('a tool refuses in one sentence, and does nothing', () => {
  const cases: readonly [
    rule: string,
    tool: string,
    given: unknown,
    login: string,
    sentence: RegExp | string,
  ][] = [
    ['a hidden issue', 'list_tracker_links', { keys: ['DEMO-1', 'DEMO-7'] }, 'jane', absent('keys[1]')],
    [
      'an issue that is nowhere',
      'list_tracker_links',
      { keys: ['DEMO-1', 'DEMO-99'] },
      'jane',
      absent('keys[1]'),
    ],
    [
      'a hidden one to link',
      'add_tracker_links',
      { issueKeys: ['TEST-8'], keys: ['DEMO-6', 'DEMO-7'] },
      'jane',
      absent('keys[1]'),
    ],
    [
      'none to link',
      'add_tracker_links',
      { issueKeys: ['TEST-8'], keys: ['DEMO-6', 'DEMO-99'] },
      'jane',
      absent('keys[1]'),
    ],
    [
      'a hidden one to unlink',
      'remove_tracker_links',
      { issueKeys: ['TEST-8'], keys: ['DEMO-7'] },
      'jane',
      absent('keys[0]'),
    ],
    [
      'who may only read and links',
      'add_tracker_links',
      { issueKeys: ['TEST-8'], keys: ['DEMO-6'] },
      'rita',
      mayNot,
    ],
    [
      'who may only read and unlinks',
      'remove_tracker_links',
      { issueKeys: ['TEST-8'], keys: ['DEMO-6'] },
      'rita',
      mayNot,
    ],
    [
      'no arguments',
      'add_tracker_links',
      {},
      'jane',
      /issueKeys: expected a list of 1 to 100 values.*keys: expected a list of 1 to 100 keys/,
    ],
    ['a text in place of a list', 'list_tracker_links', { keys: 'DEMO-1' }, 'jane', malformed],
    ['an object in place of a list', 'list_tracker_links', { keys: { length: 'ключ' } }, 'jane', malformed],
    [
      'one that calls itself a long list',
      'list_tracker_links',
      { keys: { length: 30_000_000 } },
      'jane',
      malformed,
    ],
    ['one within a list', 'find_linked_objects', { issueKeys: [{ length: 30_000_000 }] }, 'jane', malformed],
    [
      'a number for a key',
      'find_linked_objects',
      { issueKeys: [7] },
      'jane',
      /issueKeys\[0\]: expected a Tracker issue key .*received 7/,
    ],
    ['a nested list', 'find_linked_objects', { issueKeys: [['TEST-1']] }, 'jane', malformed],
    ['a key of no kind', 'list_tracker_links', { keys: ['Привет, мир!'] }, 'jane', malformed],
    [
      'an unknown kind',
      'find_linked_objects',
      { issueKeys: ['TEST-1'], kind: 'board' },
      'jane',
      /kind: expected one of issue, article, project, user/,
    ],
    [
      'too many links',
      'add_tracker_links',
      { issueKeys: Array.from({ length: 51 }, (_, at) => `TEST-${at + 1}`), keys: ['DEMO-1', 'DEMO-2'] },
      'jane',
      /names too many objects.*received 102/,
    ],
    [
      'too many objects',
      'list_tracker_links',
      { keys: Array.from({ length: 101 }, () => 'DEMO-1') },
      'jane',
      /names too many objects.*received 101/,
    ],
    [
      'too many Tracker issues',
      'find_linked_objects',
      { issueKeys: Array.from({ length: 11 }, (_, at) => `TEST-${at + 1}`) },
      'jane',
      /at most 10 keys, received 11/,
    ],
  ];

  test.each(cases)('%s: %s', async (_rule, tool, given, login, sentence) => {
    const answer = await callTool(sides, tool, given, login);
    const failed = 'failed' in answer ? answer.failed : JSON.stringify(answer);
    if (typeof sentence === 'string') expect(failed).toBe(sentence);
    else expect(failed).toMatch(sentence);
    expect((await readLinksOf(sides, 'issues/DEMO-6')).links).toEqual([]);
  });
});
