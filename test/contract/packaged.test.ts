import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';
import { contract } from './cases/all.ts';
import { readContractWorld } from './contract-world.ts';
import { runCase } from './run-case.ts';
import { createHttpSend, type Send } from './send.ts';

const conflicts = (['writable', 'readonly'] as const).flatMap((remove) =>
  (['null', 'undefined'] as const).map((unset) => ({ remove, unset })),
);

const worldFile = join(tmpdir(), `contract-world-${process.pid}.json`);

beforeAll(() => writeFileSync(worldFile, JSON.stringify(readContractWorld())));
afterAll(() => rmSync(worldFile));

describe.each(conflicts)(
  'the packaged zip where DELETE is $remove and unset reads $unset',
  ({ remove, unset }) => {
    let sandbox: RunningSandbox | undefined;
    let send: Send;

    beforeAll(async () => {
      const flags = ['--world', worldFile, '--app', 'tracker-links.zip'];
      sandbox = await startSandbox(...flags, '--delete', remove, '--unset', unset);
      send = createHttpSend(sandbox.youtrack);
    });
    afterAll(() => sandbox?.stop());

    test.each(contract.map((row) => [row.title, row] as const))('%s', async (_, row) => {
      await runCase(send, row);
    });
  },
);

test('the contract has no two rules of the same words', () => {
  const titles = contract.map((row) => row.title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(titles.length).toBeGreaterThanOrEqual(120);
});
