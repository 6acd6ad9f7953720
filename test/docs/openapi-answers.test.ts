import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Case, Sent, Step } from '../contract/case.ts';
import { contract } from '../contract/cases/all.ts';
import { foreignServers, toForeignTitle } from '../contract/cases/keys.ts';
import { readContractWorld } from '../contract/contract-world.ts';
import { get, scope } from '../contract/say.ts';
import { createHttpSend, createSend, type Send } from '../contract/send.ts';
import { openSandbox, sandboxAddress } from '../support/open-sandbox.ts';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';
import { askMirrored } from './ask-mirrored.ts';
import {
  type Exchange,
  findOperation,
  findUndescribed,
  findUndocumented,
  readStatus,
} from './exchange-check.ts';
import { inlineReferences, listOperations, readOpenApi } from './openapi-document.ts';
import { listUnseen, noteMembers, type SeenMembers } from './seen-members.ts';

const operations = listOperations(inlineReferences(readOpenApi()));

/** Requests of which more decides than the document can say: the objects or the server they name, or a kind beside a key. */
const aboutObjects: readonly string[] = [
  ...foreignServers.map(toForeignTitle),
  'a kind says as outright as a prefix that a key is a login',
  'a project does not link what belongs to another',
  'an entity links only itself',
];

/** Settings in which the status has something to say. */
const setups: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { serviceAccount: 'nowhere', disclosure: 'key', trackerSite: 'https://tracker.yandex.com' },
  { serviceAccount: 'gone', resolvedIconUrl: '/done.svg' },
  { serviceAccount: 'nobody', unresolvedIconUrl: 'http://icons.example/open.svg' },
  { serviceAccount: 'jane', statusField: 'Статус', deadlineField: 'State', assigneeField: 'Due Date' },
];

const byTitle = (rows: readonly Case[]) => rows.map((row) => [row.title, row] as const);

/** Every row of the contract is asked before the first test. */
const askedAllMs = 90_000;

describe('the document and the packaged app', () => {
  const exchanges = new Map<string, readonly Exchange[]>();

  beforeAll(async () => {
    const send = createSend(await openSandbox(readContractWorld()), sandboxAddress);
    for (const row of contract) exchanges.set(row.title, await exchangeAll(send, row.steps.flatMap(toSent)));
    for (const settings of setups) exchanges.set(JSON.stringify(settings), await askAdministration(settings));
    exchanges.set('mirroring', await askMirrored());
  }, askedAllMs);

  test.each(byTitle(contract))('agree: %s', (title) => {
    for (const exchange of exchanges.get(title) ?? []) {
      expectDocumented(exchange);
      if (!aboutObjects.includes(title)) expectDescribed(exchange);
    }
  });

  test.each(setups.map((settings) => JSON.stringify(settings)))(
    'agree where the settings are %s',
    (title) => {
      for (const exchange of exchanges.get(title) ?? []) expectDocumented(exchange);
    },
  );

  test('agree where links are mirrored', () => {
    for (const exchange of exchanges.get('mirroring') ?? []) expectDocumented(exchange);
  });

  test('meet in every operation', () => {
    const done = [...exchanges.values()].flat().filter((exchange) => readStatus(exchange) === 200);
    const met = new Set(done.map(({ sent }) => findOperation(operations, sent)?.operationId));
    expect(operations.map(({ operationId }) => operationId).filter((one) => !met.has(one))).toEqual([]);
  });

  test('meet in every member of every answer', () => {
    const seen: SeenMembers = new Map();
    const unseen = new Set<string>();
    for (const { sent, answered } of [...exchanges.values()].flat()) {
      const schema = schemaOf(sent, answered.status);
      if (schema !== undefined) noteMembers(seen, schema, answered.body);
    }
    for (const { operationId, responses } of operations) {
      const schema = responses['200']?.content?.['application/json'].schema ?? {};
      for (const path of listUnseen(seen, schema, operationId)) unseen.add(path);
    }
    expect([...unseen]).toEqual([]);
  });
});

describe('the document and the packaged zip where DELETE may only read', () => {
  const worldFile = join(tmpdir(), `openapi-world-${process.pid}.json`);
  let sandbox: RunningSandbox | undefined;
  let send: Send;

  beforeAll(async () => {
    writeFileSync(worldFile, JSON.stringify(readContractWorld()));
    const flags = ['--world', worldFile, '--app', 'tracker-links.zip', '--delete', 'readonly'];
    sandbox = await startSandbox(...flags);
    send = createHttpSend(sandbox.youtrack);
  });
  afterAll(async () => {
    await sandbox?.stop();
    rmSync(worldFile);
  });

  test.each(byTitle(contract))('agree: %s', async (_, { steps }) => {
    for (const exchange of await exchangeAll(send, steps.flatMap(toSent))) expectDocumented(exchange);
  });
});

function toSent({ sent, expected }: Step): readonly Sent[] {
  return 'sameAs' in expected ? [sent, expected.sameAs] : [sent];
}

async function exchangeAll(send: Send, requests: readonly Sent[]): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const sent of requests) exchanges.push({ sent, answered: await send(sent) });
  return exchanges;
}

/** Asked by somebody who has an e-mail address, in the contract's world with other settings. */
async function askAdministration(settings: Readonly<Record<string, unknown>>): Promise<readonly Exchange[]> {
  const world = readContractWorld();
  const answer = await openSandbox({
    ...world,
    permissions: [...world.permissions, { user: 'jane', keys: ['*'] }],
    apps: { 'tracker-links': { ...world.apps['tracker-links'], settings } },
  });
  return exchangeAll(createSend(answer, sandboxAddress), [
    get(`${scope.admin}/status`),
    get(`${scope.admin}/registration`),
  ]);
}

function schemaOf(sent: Sent, status: number) {
  return findOperation(operations, sent)?.responses[status]?.content?.['application/json'].schema;
}

function expectDocumented(exchange: Exchange): void {
  const { sent, answered } = exchange;
  const operation = findOperation(operations, sent);
  const undocumented = operation ? findUndocumented(operation, exchange) : [];
  // An address that the document does not have is none of the app's.
  const status = operation ? answered.status : 404;
  expect({ sent, status: answered.status, undocumented }).toEqual({ sent, status, undocumented: [] });
}

/** What the app understands, the document describes; what is malformed to the app, the document forbids. */
function expectDescribed(exchange: Exchange): void {
  const { sent } = exchange;
  const status = readStatus(exchange);
  const operation = findOperation(operations, sent);
  if (operation === undefined || status === 413) return;
  const undescribed = findUndescribed(operation, sent);
  const said = { sent, status, undescribed };
  if (status !== 400) expect(said).toEqual({ sent, status, undescribed: [] });
  else expect({ said, isForbidden: undescribed.length > 0 }).toEqual({ said, isForbidden: true });
}
