import type { Sent } from '../contract/case.ts';
import { type Answered, bodyOf } from '../contract/send.ts';
import type { Operation, Parameter, Schema } from './openapi-document.ts';
import { findMisfits } from './schema-check.ts';

/** One request and what came back. */
export interface Exchange {
  readonly sent: Sent;
  readonly answered: Answered;
}

interface Envelope {
  readonly ok: boolean;
  readonly status?: number;
  readonly data?: unknown;
  readonly problem?: unknown;
}

/** The documented operation a request is for. */
export function findOperation(operations: readonly Operation[], sent: Sent): Operation | undefined {
  const { pathname } = toUrl(sent);
  return operations.find(({ method, path }) => {
    const [before = '', after = ''] = path.split('{id}');
    const [id, ...others] = pathname.slice(before.length, pathname.length - after.length).split('/');
    const isSamePath = path.includes('{id}')
      ? pathname.startsWith(before) && pathname.endsWith(after) && id !== '' && others.length === 0
      : pathname === path;
    return method === sent.method && isSamePath;
  });
}

/** What the document does not say of an answer. */
export function findUndocumented(operation: Operation, { sent, answered }: Exchange): string[] {
  const { status, text, body } = answered;
  const isEnveloped = toUrl(sent).searchParams.get('envelope') === 'true' && status === 200;
  if (isEnvelope(body) !== isEnveloped) return [`an envelope is not what was asked for: ${text}`];
  const response = operation.responses[status];
  if (response === undefined) return [`status ${status} is not documented: ${text}`];
  const schema = response.content?.['application/json'].schema;
  if (schema === undefined) return text === '' ? [] : [`a body is not documented: ${text}`];
  return [...findMisfits(schema, body), ...(isEnvelope(body) ? findUndocumentedInside(operation, body) : [])];
}

/** An envelope holds what would have been answered without it. */
function findUndocumentedInside(operation: Operation, { ok, status, data, problem }: Envelope): string[] {
  if (!ok) return findMisfitsOf(operation, status ?? 0, problem);
  if (isEnvelope(data)) return ['an envelope is in the envelope'];
  const done = findMisfitsOf(operation, 200, data);
  return done.length === 0 || findMisfitsOf(operation, 202, data).length === 0 ? [] : done;
}

function findMisfitsOf({ responses }: Operation, status: number, body: unknown): string[] {
  const schema = responses[status]?.content?.['application/json'].schema;
  return schema === undefined ? [`status ${status} is not documented`] : findMisfits(schema, body);
}

/** What keeps a request from being one that the document describes. */
export function findUndescribed(operation: Operation, sent: Sent): string[] {
  const query = toUrl(sent).searchParams;
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  const misfits = parameters.flatMap((parameter) =>
    findParameterMisfits(parameter, query.getAll(parameter.name)),
  );
  const schema = operation.requestBody?.content['application/json'].schema;
  return schema === undefined ? misfits : [...misfits, ...findBodyMisfits(schema, sent)];
}

function findParameterMisfits(parameter: Parameter, values: readonly string[]): string[] {
  const { name, required = false, allowEmptyValue = false, schema } = parameter;
  const [value] = values;
  if (values.length > 1) return [`${name} is there ${values.length} times`];
  if (value === undefined) return required ? [`${name} is missing`] : [];
  if (value.trim() === '' && allowEmptyValue) return [];
  return findMisfits(schema, toTyped(value, schema)).map((misfit) => `${name}: ${misfit}`);
}

/** A query holds texts alone; what they stand for is up to the schema. */
function toTyped(value: string, { type }: Schema): unknown {
  if (type === 'integer' && /^-?\d+$/.test(value)) return Number(value);
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  return value;
}

function findBodyMisfits(schema: Schema, sent: Sent): string[] {
  if (sent.body === undefined) return ['the body is missing'];
  try {
    return findMisfits(schema, JSON.parse(bodyOf(sent)));
  } catch {
    // Whatever `JSON.parse` throws means just this.
    return ['the body is not JSON'];
  }
}

/** The status without an envelope around it. */
export function readStatus({ answered }: Exchange): number {
  const { status, body } = answered;
  return isEnvelope(body) ? (body.status ?? status) : status;
}

function isEnvelope(body: unknown): body is Envelope {
  return typeof body === 'object' && body !== null && 'ok' in body;
}

function toUrl({ path }: Sent): URL {
  return new URL(path, 'http://youtrack.example');
}
