import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Case, Step } from '../contract/case.ts';
import { contract } from '../contract/cases/all.ts';
import { readContractWorld } from '../contract/contract-world.ts';
import type { HandlerSource, OpenedContext } from '../contract/memory/memory-send.ts';
import { createMemorySend } from '../contract/memory/memory-send.ts';
import { createHttpSend, type Send } from '../contract/send.ts';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';
import {
  type Exchange,
  findOperation,
  findUndescribed,
  findUndocumented,
  readStatus,
} from './exchange-check.ts';
import { inlineReferences, listOperations, readOpenApi } from './openapi-document.ts';

const open = (ctx: OpenedContext) => ctx.opened;
const scopes = { openGlobal: open, openIssue: open, openArticle: open, openProject: open, openUser: open };
jest.mock('../../src/host/scopes.ts', () => scopes);
jest.mock('../../src/host/create-admin-host.ts', () => ({ openAdmin: open }));
jest.mock('../../src/host/youtrack.ts', () => ({ youtrack: {} }));

const operations = listOperations(inlineReferences(readOpenApi()));

/** Requests that are well-formed, and malformed all the same because of the objects they name. */
const aboutObjects: readonly string[] = [
  'a project does not link what belongs to another',
  'an entity links only itself',
];

const byTitle = (rows: readonly Case[]) => rows.map((row) => [row.title, row] as const);
const inMemory = contract.filter((row) => row.serverOnly === undefined);

describe('the document and the sources', () => {
  const exchanges = new Map<string, readonly Exchange[]>();

  beforeAll(async () => {
    const names = ['issue', 'article', 'project', 'user', 'global', 'admin'];
    const handlers = names.map((name): [string, HandlerSource] => [
      name,
      require(`../../handlers/${name}.ts`),
    ]);
    const send = createMemorySend(readContractWorld(), Object.fromEntries(handlers));
    for (const row of inMemory) exchanges.set(row.title, await exchangeAll(send, row));
  });

  test.each(byTitle(inMemory))('agree on the answers: %s', (title) => {
    for (const exchange of exchanges.get(title) ?? []) expectDocumented(exchange);
  });

  test.each(byTitle(inMemory))('agree on the requests: %s', (title) => {
    for (const exchange of exchanges.get(title) ?? []) {
      if (!aboutObjects.includes(title)) expectDescribed(exchange);
    }
  });

  test('meet in every operation', () => {
    const done = [...exchanges.values()].flat().filter((exchange) => readStatus(exchange) === 200);
    const met = new Set(done.map(({ sent }) => findOperation(operations, sent)?.operationId));
    expect(operations.map(({ operationId }) => operationId).filter((one) => !met.has(one))).toEqual([]);
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

  test.each(byTitle(contract))('agree on the answers: %s', async (_, row) => {
    for (const exchange of await exchangeAll(send, row)) expectDocumented(exchange);
  });
});

async function exchangeAll(send: Send, { steps }: Case): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const sent of steps.flatMap(listRequests)) exchanges.push({ sent, answered: await send(sent) });
  return exchanges;
}

function listRequests({ sent, expected }: Step) {
  return 'sameAs' in expected ? [sent, expected.sameAs] : [sent];
}

function expectDocumented(exchange: Exchange): void {
  const { sent, answered } = exchange;
  const operation = findOperation(operations, sent);
  // An address that the document does not have is none of the app's.
  const undocumented = operation ? findUndocumented(operation, exchange) : [];
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
  if (status === 400)
    expect({ said, isForbidden: undescribed.length > 0 }).toEqual({ said, isForbidden: true });
  else expect(said).toEqual({ sent, status, undescribed: [] });
}
