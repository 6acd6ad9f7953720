import { beforeAll, describe, test } from '@jest/globals';
import { openSandbox, sandboxAddress } from '../support/open-sandbox.ts';
import { contract } from './cases/all.ts';
import { companies } from './cases/companies.ts';
import { readContractWorld } from './contract-world.ts';
import { runCase } from './run-case.ts';
import { createSend, type Send } from './send.ts';

let send: Send;

beforeAll(async () => {
  send = createSend(await openSandbox(readContractWorld()), sandboxAddress);
});

test.each(contract.map((row) => [row.title, row] as const))('in process: %s', async (_, row) => {
  await runCase(send, row);
});

describe.each(companies)('in process, $title', ({ settings, cases }) => {
  let sendThere: Send;

  beforeAll(async () => {
    sendThere = createSend(await openSandbox(readContractWorld(settings)), sandboxAddress);
  });

  test.each(cases.map((row) => [row.title, row] as const))('%s', async (_, row) => {
    await runCase(sendThere, row);
  });
});
