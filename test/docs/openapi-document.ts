import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Schema = Readonly<Record<string, unknown>>;

interface Examples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export interface Parameter extends Examples {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly schema: Schema;
}

export interface JsonContent {
  readonly 'application/json': Examples & { readonly schema: Schema };
}

interface WrittenOperation {
  readonly operationId: string;
  readonly security?: readonly Schema[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: JsonContent };
  readonly responses: Readonly<Record<string, { readonly content?: JsonContent }>>;
}

/** One method of one address, with everything that holds for it, wherever the document says it. */
export interface Operation extends WrittenOperation {
  readonly method: string;
  readonly path: string;
  readonly security: readonly Schema[];
  readonly parameters: readonly Parameter[];
}

export interface OpenApi {
  readonly info: { readonly version: string };
  readonly security: readonly Schema[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>> & {
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

type PathItem = Readonly<Record<string, WrittenOperation>> & { readonly parameters?: readonly Parameter[] };

/** The document as it is written. */
export function readOpenApi(): unknown {
  return parse(readFileSync('docs/openapi.yaml', 'utf8'));
}

/** Every `$ref` of the document. */
export function listReferences(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === '$ref' && typeof value === 'string' ? [value] : listReferences(value),
  );
}

/** What a reference such as `#/components/schemas/Via` leads to; undefined where it leads nowhere. */
export function followReference(document: unknown, reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((node, step) => (node as Schema | undefined)?.[step], document);
}

/** The document with what they lead to in place of all references. Nothing in it refers to itself. */
export function inlineReferences(document: unknown): OpenApi {
  const inlined = new Map<string, unknown>();
  const inline = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(inline);
    if ('$ref' in node && typeof node.$ref === 'string') return inlineTarget(node.$ref);
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, inline(value)]));
  };
  const inlineTarget = (reference: string): unknown => {
    if (!inlined.has(reference)) inlined.set(reference, inline(followReference(document, reference)));
    return inlined.get(reference);
  };
  return inline(document) as OpenApi;
}

/** Every operation, with its address's parameters among its own. */
export function listOperations({ paths, security }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, { parameters: shared = [], ...operations }]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      security: operation.security ?? security,
      parameters: [...shared, ...(operation.parameters ?? [])],
    })),
  );
}

/** The examples of a parameter, a body or an answer. */
export function listExamples({ example, examples = {} }: Examples): unknown[] {
  return [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
}
