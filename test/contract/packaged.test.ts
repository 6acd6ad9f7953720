import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';
import { contract } from './cases/all.ts';
import { companies } from './cases/companies.ts';
import { readContractWorld } from './contract-world.ts';
import { runCase } from './run-case.ts';
import { createHttpSend, type Send } from './send.ts';

const conflicts = (['writable', 'readonly'] as const).flatMap((remove) =>
  (['null', 'undefined'] as const).map((unset) => ({ remove, unset })),
);

/** The contract's world, and what is different where a company has rules of its own. */
const worlds = [
  { company: 'a company without rules', settings: undefined, cases: contract },
  ...companies.map(({ title, settings, cases }) => ({ company: title, settings, cases })),
];

describe.each(conflicts)(
  'the packaged zip where DELETE is $remove and unset reads $unset',
  ({ remove, unset }) => {
    describe.each(worlds)('in $company', ({ settings, cases }) => {
      const worldFile = join(tmpdir(), `contract-world-${process.pid}.json`);
      let sandbox: RunningSandbox | undefined;
      let send: Send;

      beforeAll(async () => {
        writeFileSync(worldFile, JSON.stringify(readContractWorld(settings)));
        const flags = ['--world', worldFile, '--app', 'tracker-links.zip'];
        sandbox = await startSandbox(...flags, '--delete', remove, '--unset', unset);
        send = createHttpSend(sandbox.youtrack);
      });
      afterAll(async () => {
        await sandbox?.stop();
        rmSync(worldFile);
      });

      test.each(cases.map((row) => [row.title, row] as const))('%s', async (_, row) => {
        await runCase(send, row);
      });
    });
  },
);

test('the contract has no two rules of the same words', () => {
  const titles = contract.map((row) => row.title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(titles.length).toBeGreaterThanOrEqual(120);
});
