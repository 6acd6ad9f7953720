import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { readDocument } from '../../packaging/document/read-document.mjs';
import { renderPage } from '../../packaging/document/render-page.mjs';
import { toCurl, toSample } from '../../packaging/document/to-sample.mjs';
import { readContractWorld } from '../contract/contract-world.ts';
import { type Answer, openSandbox } from '../support/open-sandbox.ts';

const document = readDocument(readFileSync('docs/openapi.yaml', 'utf8'));

let answer: Answer;
beforeAll(async () => {
  answer = await openSandbox(readContractWorld());
});

test.each(document.operations.map((operation) => [operation.operationId, operation] as const))(
  'the sample of %s is understood by the packaged app',
  async (_, operation) => {
    const { method, path, body } = toSample(operation);
    const response = await answer(path, {
      method,
      headers: { authorization: 'Bearer perm:admin', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said = { status: response.status, body: response.ok ? '' : await response.text() };
    // Objects and things owed that are examples need not be there; a sample that is malformed would be 400.
    expect([200, 202, 404, 409]).toContain(said.status);
    if (said.status === 404) expect(said.body).toContain('"error":"not_found"');
  },
);

test('every operation has a curl on the page, which needs nothing from elsewhere', () => {
  const page = renderPage(document);
  expect(page.match(/<pre>curl /g)).toHaveLength(document.operations.length);
  expect(page).not.toMatch(/<script|<link|src=|url\(/);
  expect(toCurl({ method: 'POST', path: '/x', body: { text: "it's" } })).toContain(`{"text":"it'\\''s"}`);
});
