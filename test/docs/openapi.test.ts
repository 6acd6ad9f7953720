import { describe, expect, test } from '@jest/globals';
import manifest from '../../manifest.json';
import { storageLimits } from '../../src/links/storage-limits.ts';
import { limits } from '../../src/protocol/limits.ts';
import { type RefusalReason, refuse } from '../../src/protocol/refusal.ts';
import { statusOf, toRefusalBody } from '../../src/protocol/refusal-answer.ts';
import { listEndpoints } from './list-endpoints.ts';
import {
  followReference,
  inlineReferences,
  listExamples,
  listOperations,
  listReferences,
  type Operation,
  readOpenApi,
} from './openapi-document.ts';
import { compileSchema, findMisfits, findOpenApiMisfits } from './schema-check.ts';

const written = readOpenApi();
const document = inlineReferences(written);
const operations = listOperations(document);
const byName = operations.map((operation) => [operation.operationId, operation] as const);
const { schemas, parameters } = document.components;

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1', () => {
    expect(findOpenApiMisfits(written)).toEqual([]);
  });

  test('describes the endpoints of the handlers and nothing else', () => {
    const documented = operations.map(({ method, path }) => `${method} ${path}`);
    expect(documented.sort()).toEqual(listEndpoints().sort());
  });

  test('refers to what is there, and to everything that is there', () => {
    const references = new Set(listReferences(written));
    const lost = [...references].filter((one) => followReference(written, one) === undefined);
    const components = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, named]) => Object.keys(named).map((name) => `#/components/${kind}/${name}`));
    expect({ lost, idle: components.filter((one) => !references.has(one)) }).toEqual({ lost: [], idle: [] });
  });

  test('names every operation once', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names).toEqual([...new Set(names)]);
  });

  test('wants a token for the global addresses and lets a guest try those of objects', () => {
    for (const { path, security } of operations) {
      const token = { permanentToken: [] };
      expect({ path, security }).toEqual({ path, security: path.includes('{id}') ? [token, {}] : [token] });
    }
  });

  test('is of the version of the app', () => {
    expect(document.info.version).toBe(manifest.version);
  });

  test.each(Object.entries(schemas))('has a sound schema %s', (_, schema) => {
    expect(() => compileSchema(schema)).not.toThrow();
  });

  test.each(byName)('fits the examples of %s', (_, operation) => {
    for (const one of listExampled(operation)) {
      expect(() => compileSchema(one.schema)).not.toThrow();
      for (const example of listExamples(one)) expect(findMisfits(one.schema, example)).toEqual([]);
    }
  });

  test('fits the examples of its schemas', () => {
    for (const schema of Object.values(schemas)) {
      for (const example of (schema.examples ?? []) as unknown[])
        expect(findMisfits(schema, example)).toEqual([]);
    }
  });

  test.each(byName)('has examples of everything %s answers', (_, operation) => {
    const bare = listExampled(operation).filter(({ place }) => / (?:\d+|body)$/.test(place));
    expect(bare.filter((one) => listExamples(one).length === 0).map(({ place }) => place)).toEqual([]);
  });

  test('has examples in Cyrillic, sent and answered', () => {
    expect(JSON.stringify(parameters)).toMatch(/"(?:value|example)":"\p{Script=Cyrillic}/u);
    expect(JSON.stringify(document.components.responses)).toMatch(/"summary":"\p{Script=Cyrillic}/u);
  });

  test('shows every refusal in the words of the app, under its status', () => {
    for (const reason of Object.keys(reasons) as RefusalReason[]) {
      const { error, error_description } = toRefusalBody(refuse(reason));
      const status = String(statusOf(refuse(reason)));
      const shown = operations.flatMap(({ responses }) =>
        listExamples(responses[status]?.content?.['application/json'] ?? {}),
      );
      expect(shown).toContainEqual(expect.objectContaining({ error, error_description }));
    }
  });

  test.each([
    ['schemas/CreateLinksRequest/properties/entityIds/maxItems', limits.entityIds],
    ['schemas/TrackerIssueKeyAsWritten/anyOf/0/maxLength', limits.keyCharacters],
    ['schemas/TrackerIssueKeyAsWritten/anyOf/1/maxLength', limits.urlCharacters],
    ['schemas/TrackerIssueKey/maxLength', limits.keyCharacters],
    ['schemas/EntityKeyAsWritten/anyOf/2/maxLength', limits.urlCharacters],
    ['schemas/EntityKeyInQuery/anyOf/1/maxLength', 'user:'.length + limits.loginCharacters],
    ['schemas/EntityKeyInQuery/anyOf/2/maxLength', limits.keyCharacters],
    ['schemas/FieldProblem/properties/received/maxLength', limits.receivedCharacters],
    ['schemas/SuggestAnswer/properties/suggestions/maxItems', limits.suggestions],
    ['schemas/ProjectLinkedAnswer/properties/entities/maxItems', limits.pageEntities],
    ['schemas/AuditAnswer/properties/entities/maxItems', limits.pageEntities],
    ['schemas/AllLinksAnswer/properties/links/maxItems', limits.pageLinks],
    ['parameters/text/schema/maxLength', limits.filterCharacters],
    ['parameters/topObjects/schema/maximum', limits.pageEntities],
  ])('has the limit of the app at %s', (place, limit) => {
    expect(followReference(document, `#/components/${place}`)).toBe(limit);
  });

  test('says the limits of bodies and of links in words', () => {
    const { TooLarge } = document.components.responses as Record<string, { description: string }>;
    const grouped = (count: number) => count.toLocaleString('en-US');
    expect(TooLarge?.description).toContain(`${limits.entityIds} objects`);
    expect(TooLarge?.description).toContain(`${grouped(limits.bodyBytes)} bytes`);
    expect(TooLarge?.description).toContain(`${grouped(storageLimits.liveLinks)} links`);
  });
});

/** All of them: the compiler says when one is missing. */
const reasons: Readonly<Record<RefusalReason, true>> = {
  malformed: true,
  unfilled_variable: true,
  forbidden: true,
  foreign_identity: true,
  foreign_settings: true,
  not_administrator: true,
  not_found: true,
  unreadable_links: true,
  newer_links: true,
  body_too_large: true,
  too_many_ids: true,
  too_many_links: true,
  no_room: true,
  upstream: true,
};

/** Every schema of an operation, with the examples that stand beside it. */
function listExampled({ operationId, parameters: own, requestBody, responses }: Operation) {
  return [
    ...own.map((parameter) => ({ place: `${operationId} ${parameter.name}`, ...parameter })),
    ...(requestBody ? [{ place: `${operationId} body`, ...requestBody.content['application/json'] }] : []),
    ...Object.entries(responses).flatMap(([status, { content }]) =>
      content ? [{ place: `${operationId} ${status}`, ...content['application/json'] }] : [],
    ),
  ];
}
