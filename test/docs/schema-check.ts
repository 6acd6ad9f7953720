import openApiSchema from '@seriousme/openapi-schema-validator/schemas/v3.1/schema.json';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Schema } from './openapi-document.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);

// OpenAPI's own schema is not written for the strict mode.
const lenient = new Ajv2020({ strict: false, formats: { 'media-range': true } });
addFormats(lenient);

/** Throws where a schema is not JSON Schema 2020-12 or has a keyword nobody knows. */
export function compileSchema(schema: Schema): void {
  ajv.compile(schema);
}

/** What is wrong with a value; nothing where it fits the schema. */
export function findMisfits(schema: Schema, value: unknown): string[] {
  return check(ajv.compile(schema), value);
}

/** What OpenAPI 3.1 does not allow in a document; schemas inside are not looked into. */
export function findOpenApiMisfits(document: unknown): string[] {
  return check(lenient.compile(openApiSchema), document);
}

function check(fits: ValidateFunction, value: unknown): string[] {
  if (fits(value)) return [];
  return (fits.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  );
}
