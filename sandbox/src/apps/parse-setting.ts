import { findArticle, findGroup, findIssue, findProject, findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { isJsonObject, type Json } from './json.ts';
import type { SettingDeclaration } from './setting-declaration.ts';

/** How a secret prints over REST; written back, it keeps the secret (README of JetBrains' `youtrack-apps-tools`). */
export const secretMask = '<***>';

/** Why a value cannot be set, in one sentence. */
export class BadSettingError extends Error {
  override readonly name = 'BadSettingError';
}

/**
 * Checks a value against its declaration and turns it into what is stored.
 * @param value as sent; an entity by `{id}`, `{login}`, `{name}`, `{shortName}`, `{idReadable}` or one of these as a text
 * @throws BadSettingError
 */
export function parseSetting(tx: Transaction, declaration: SettingDeclaration, value: Json): Json {
  const { name, type, entityType = '' } = declaration;
  if (type === 'entity') return { ref: resolveEntity(tx, { name, entityType, value }) };
  if (type === 'entities') return parseEntities(tx, declaration, value);
  checkType(declaration, value);
  checkLimits(declaration, value);
  return value;
}

function parseEntities(
  tx: Transaction,
  { name, entityType = '', schema }: SettingDeclaration,
  value: Json,
): Json {
  if (!Array.isArray(value)) throw new BadSettingError(`The setting "${name}" must be a list.`);
  if (typeof schema.minItems === 'number' && value.length < schema.minItems) {
    throw new BadSettingError(`The setting "${name}" must have at least ${schema.minItems} items.`);
  }
  return value.map((item: Json) => ({ ref: resolveEntity(tx, { name, entityType, value: item }) }));
}

function checkType({ name, type }: SettingDeclaration, value: Json): void {
  const expected = type === 'secret' ? 'string' : type === 'integer' ? 'number' : type;
  if (typeof value !== expected || (type === 'integer' && !Number.isSafeInteger(value))) {
    throw new BadSettingError(`The setting "${name}" must be of type ${type}.`);
  }
}

function checkLimits({ name, schema }: SettingDeclaration, value: Json): void {
  const { enum: choices } = schema;
  if (Array.isArray(choices) && !choices.includes(value)) {
    throw new BadSettingError(`The setting "${name}" must be one of ${JSON.stringify(choices)}.`);
  }
  const broken = Object.entries(limits).find(([keyword, holds]) => {
    const limit = schema[keyword];
    return typeof limit === 'number' && !holds(value, limit);
  });
  if (broken)
    throw new BadSettingError(`The setting "${name}" breaks its limit "${broken[0]}": ${schema[broken[0]]}.`);
}

const limits: Readonly<Record<string, (value: Json, limit: number) => boolean>> = {
  minLength: (value, limit) => typeof value !== 'string' || value.length >= limit,
  maxLength: (value, limit) => typeof value !== 'string' || value.length <= limit,
  minimum: (value, limit) => typeof value !== 'number' || value >= limit,
  maximum: (value, limit) => typeof value !== 'number' || value <= limit,
  exclusiveMinimum: (value, limit) => typeof value !== 'number' || value > limit,
  exclusiveMaximum: (value, limit) => typeof value !== 'number' || value < limit,
  multipleOf: (value, limit) => typeof value !== 'number' || Number.isInteger(value / limit),
};

const lookups: Readonly<Record<string, (tx: Transaction, key: string) => Id | undefined>> = {
  Issue: findIssue,
  Article: findArticle,
  Project: findProject,
  User: findUser,
  UserGroup: findGroup,
};

function resolveEntity(
  tx: Transaction,
  { name, entityType, value }: { name: string; entityType: string; value: Json },
): Id {
  const keys = isJsonObject(value)
    ? [value.ref, value.id, value.login, value.shortName, value.idReadable, value.name]
    : [value];
  const ids = keys.map((key) => (typeof key === 'string' ? lookups[entityType]?.(tx, key) : undefined));
  const id = ids.find((found) => found !== undefined);
  if (id === undefined)
    throw new BadSettingError(`The setting "${name}" names no ${entityType}: ${JSON.stringify(value)}.`);
  return id;
}
