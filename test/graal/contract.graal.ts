import { afterAll, beforeAll, test } from '@jest/globals';
import { contract } from '../contract/cases/all.ts';
import { readContractWorld } from '../contract/contract-world.ts';
import { runCase } from '../contract/run-case.ts';
import { createSend, type Send } from '../contract/send.ts';
import { openSandbox, sandboxAddress } from '../support/open-sandbox.ts';
import { createGraalContext } from './create-graal-context.ts';
import { type GraalEngine, startGraalEngine } from './graal-engine.ts';
import { describeGraal } from './graal-lines.ts';

const startTimeoutMs = 300_000;

describeGraal('the packaged app', (libraries) => {
  let engine: GraalEngine | undefined;
  let send: Send;

  beforeAll(async () => {
    const started = startGraalEngine(libraries);
    engine = started;
    const answer = await openSandbox(readContractWorld(), {
      createContext: (options) => createGraalContext(started, options),
    });
    send = createSend(answer, sandboxAddress);
  }, startTimeoutMs);
  afterAll(() => engine?.close());

  test.each(contract.map((row) => [row.title, row] as const))('%s', async (_, row) => {
    await runCase(send, row);
  });
});
