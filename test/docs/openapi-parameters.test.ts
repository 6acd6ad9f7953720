import { beforeAll, expect, test } from '@jest/globals';
import type { RefusalBody } from '../../src/protocol/answers.ts';
import type { Sent } from '../contract/case.ts';
import { readContractWorld } from '../contract/contract-world.ts';
import { createSend, type Send } from '../contract/send.ts';
import { openSandbox, sandboxAddress } from '../support/open-sandbox.ts';
import { findUndescribed, findUndocumented } from './exchange-check.ts';
import { inlineReferences, listExamples, listOperations, readOpenApi } from './openapi-document.ts';
import { listProbes, type Probe } from './parameter-probes.ts';

const operations = listOperations(inlineReferences(readOpenApi()));
let send: Send;

beforeAll(async () => {
  send = createSend(await openSandbox(readContractWorld()), sandboxAddress);
});

/** Objects of the contract's world. */
const ids: Readonly<Record<string, string>> = {
  issues: 'DEMO-1',
  articles: 'DEMO-A-1',
  projects: 'DEMO',
  users: 'jane',
};

/** `remoteKey` may name the object of the address alone: what else is well-formed is malformed there all the same. */
const namesOneObject = ['unlinkIssue', 'unlinkArticle', 'unlinkUser', 'unlinkInProject'];

test.each(operations.map((operation) => [operation.operationId, operation] as const))(
  'the document and the app agree on what %s allows in its address',
  async (_, operation) => {
    for (const probe of listProbes(operation)) await expectAgreement(probe);
  },
);

/** Malformed to the app is what the document forbids, and nothing else. */
async function expectAgreement(probe: Probe): Promise<void> {
  const { operation, name, value } = probe;
  const sent = toSent(probe);
  const answered = await send(sent);
  const undescribed = findUndescribed(operation, sent);
  const said = { name, value, undescribed, undocumented: findUndocumented(operation, { sent, answered }) };
  const isAboutObjects =
    name === 'remoteKey' && namesOneObject.includes(operation.operationId) && undescribed.length === 0;
  const isMalformed = listMalformed(answered.body).includes(name) && !isAboutObjects;
  expect({ ...said, isMalformed }).toEqual({
    ...said,
    undocumented: [],
    isMalformed: undescribed.length > 0,
  });
}

function listMalformed(body: unknown): readonly string[] {
  const refusal = (body as { problem?: RefusalBody }).problem ?? (body as Partial<RefusalBody>);
  return refusal.error === 'malformed' ? (refusal.problems ?? []).map(({ field }) => field) : [];
}

/** A request that is right in everything the document demands, with the value to try. */
function toSent({ operation, name, value }: Probe): Sent {
  const { method, path, parameters, requestBody } = operation;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    if (parameter.in === 'query' && parameter.required)
      query.set(parameter.name, String(listExamples(parameter)[0]));
  }
  query.set(name, value);
  const kind = Object.keys(ids).find((one) => path.includes(`/${one}/`)) ?? '';
  const [body] = requestBody ? listExamples(requestBody.content['application/json']) : [];
  return {
    method: method as Sent['method'],
    path: `${path.replace('{id}', ids[kind] ?? '')}?${query}`,
    as: 'admin',
    ...(body === undefined ? {} : { body }),
  };
}
