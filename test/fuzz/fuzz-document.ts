import { inlineReferences, type OpenApi, readOpenApi, type Schema } from '../docs/openapi-document.ts';

/** What stands in the world the requests are about: without it nearly all that is made up would name nothing. */
const ids: Readonly<Record<string, readonly string[]>> = {
  issues: ['DEMO-1', 'DEMO-2', 'OLD-7', 'OPS-1', 'PUB-1', 'BUSY-30', '2-1', 'HID-1'],
  articles: ['DEMO-A-1', 'DEMO-A-2', 'DEMO-A-4', 'PUB-A-1', 'HID-A-1'],
  projects: ['DEMO', 'OPS', 'PUB', 'ARC', 'ODD', 'HID'],
  users: ['jane', 'boris', 'gone', 'x-1', 'jane+bot@example.com'],
};

const known: Readonly<Record<string, Schema>> = {
  issueKey: { enum: ['TEST-1', 'test-2', 'https://tracker.yandex.ru/TEST-3', 'GONE-1'] },
  entityIds: { enum: ['DEMO-1', 'demo-a-1', 'project:OPS', 'user:jane', 'PUB-1', 'OLD-7', 'HID-1'] },
};

/**
 * The document as it is fuzzed: addresses name what there is, and the envelope is left out, in which all answers have status 200.
 * An empty parameter that counts as absent is said as tools understand it.
 */
export function toFuzzDocument(): OpenApi {
  // As text and back, nothing is shared between operations any more.
  const document = JSON.parse(JSON.stringify(inlineReferences(readOpenApi()))) as OpenApi;
  for (const [path, item] of Object.entries(document.paths))
    for (const holder of Object.values(item)) adaptParameters(path, holder);
  return document;
}

interface Holder {
  parameters?: Mutable[];
  requestBody?: { content: { 'application/json': { schema: Body } } };
}

interface Mutable {
  name: string;
  in: string;
  allowEmptyValue?: boolean;
  schema: Schema;
  examples?: unknown;
  example?: unknown;
}

interface Body {
  properties?: Record<string, Schema & { items?: Schema }>;
  oneOf?: Body[];
  anyOf?: Body[];
}

function adaptParameters(path: string, holder: unknown): void {
  const own = holder as Holder | Mutable[];
  const parameters = Array.isArray(own) ? own : own.parameters;
  if (parameters !== undefined) replaceAll(path, parameters);
  const schema = (own as Holder).requestBody?.content['application/json'].schema;
  if (schema !== undefined) adaptBody(schema);
}

function replaceAll(path: string, parameters: Mutable[]): void {
  const kept = parameters.filter(({ name }) => name !== 'envelope');
  parameters.splice(0, parameters.length, ...kept.map((parameter) => adapt(path, parameter)));
}

function adapt(path: string, parameter: Mutable): Mutable {
  const { allowEmptyValue, ...rest } = parameter;
  if (parameter.in === 'path') return { ...rest, schema: { type: 'string', enum: idsOf(path) } };
  const schema = withKnown(parameter.name, parameter.schema);
  return {
    ...rest,
    schema: allowEmptyValue ? { anyOf: [schema, { type: 'string', pattern: '^\\s*$' }] } : schema,
  };
}

function idsOf(path: string): readonly string[] {
  return ids[path.split('/').find((step) => step in ids) ?? ''] ?? [];
}

function adaptBody(schema: Body): void {
  for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) adaptBody(one);
  const { issueKey, issueKeys, entityIds } = schema.properties ?? {};
  if (schema.properties === undefined) return;
  if (issueKey) schema.properties.issueKey = withKnown('issueKey', issueKey);
  if (issueKeys?.items) issueKeys.items = withKnown('issueKey', issueKeys.items);
  if (entityIds?.items) entityIds.items = withKnown('entityIds', entityIds.items);
}

/** What was allowed stays so, and what there is comes up more often. */
function withKnown(name: string, schema: Schema): Schema {
  const found = known[name === 'remoteKey' || name === 'key' ? 'entityIds' : name];
  return found === undefined ? schema : { anyOf: [found, schema] };
}
