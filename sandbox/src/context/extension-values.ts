import type { EntityRef, Primitive } from '../api/wire.ts';
import type { ExtensionDeclaration } from '../apps/app-package.ts';
import type { Execution } from '../ports/execution.ts';
import { isA } from '../world/entity-types.ts';
import type { Ref, Value } from '../world/transaction.ts';
import { describeValue } from './arguments.ts';
import { isEntity, isEntityList, type ScriptValue, toScript } from './script-values.ts';

/** Longest string an extension property holds, in UTF-8 bytes (JetBrains: "4 MB"). */
export const maxStringBytes = 4_194_304;

/** Where an app's extension property is stored; no app can name another one's. */
export function extensionProperty({ app }: Execution, name: string): string {
  return `ext:${app.package.name}:${name}`;
}

/** How the running app has declared a property of a type; undefined when it has not. */
export function findDeclaration(
  { app }: Execution,
  type: string,
  name: string,
): ExtensionDeclaration | undefined {
  return app.package.extensions.find((one) => one.entityType === type && one.name === name);
}

/** Names of the properties the app has declared on a type. */
export function declaredNames({ app }: Execution, type: string): string[] {
  return app.package.extensions.filter(({ entityType }) => entityType === type).map(({ name }) => name);
}

/** The value of a declared property that is no set; unset ones read as the sandbox was told to. */
export function readExtension(execution: Execution, entity: EntityRef, name: string): Primitive {
  const { tx, sandbox } = execution.change;
  const value = tx.get(entity.id, extensionProperty(execution, name));
  if (value === null) return sandbox.unset === 'null' ? null : undefined;
  return toScript(tx, value);
}

/**
 * Writes a declared property; what is not declared is dropped without a word, as servers do.
 * @throws TypeError for a value that is not of the declared type
 */
export function writeExtension(execution: Execution, entity: EntityRef, { name, value }: NamedValue): void {
  const declaration = findDeclaration(execution, entity.type, name);
  if (declaration === undefined) return;
  execution.change.tx.set(entity.id, extensionProperty(execution, name), toStored(declaration, value));
}

export interface NamedValue {
  readonly name: string;
  readonly value: ScriptValue;
}

/** A value in its stored form, checked against the declaration. */
export function toStored(declaration: ExtensionDeclaration, value: ScriptValue): Value {
  if (value === null) return null;
  if (!declaration.multi) return toSingle(declaration, value);
  if (!isEntityList(value)) throw wrongType(declaration, value);
  return value.map((element) => toReference(declaration, element));
}

/** What converts is taken: a published app stores raw bodies, so `"true"` arrives for a boolean [seen]. */
function toSingle(declaration: ExtensionDeclaration, value: ScriptValue): Value {
  const { type } = declaration;
  if (typeof value === 'object') return toReference(declaration, value);
  const converted = converters[type]?.(value);
  if (converted === undefined) throw wrongType(declaration, value);
  return typeof converted === 'string' ? checkLength(declaration, converted) : converted;
}

type Plain = string | number | boolean;

const converters: Readonly<Record<string, (value: Plain) => Plain | undefined>> = {
  string: String,
  boolean: (value) => (typeof value === 'string' ? booleans[value.trim().toLowerCase()] : booleanOf(value)),
  integer(value) {
    const number = numberOf(value);
    return number !== undefined && isInteger64(number) ? number : undefined;
  },
  float: numberOf,
};

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

function booleanOf(value: Plain): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function numberOf(value: Plain): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)
    ? Number(value)
    : undefined;
}

function toReference(declaration: ExtensionDeclaration, value: ScriptValue): Ref {
  if (isEntity(value) && isA(value.type, declaration.type)) return { ref: value.id };
  throw wrongType(declaration, value);
}

function isInteger64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63;
}

function checkLength({ name }: ExtensionDeclaration, value: string): string {
  if (value.length * 3 <= maxStringBytes || Buffer.byteLength(value) <= maxStringBytes) return value;
  throw new Error(`The value of the extension property ${name} is longer than ${maxStringBytes} bytes`);
}

function wrongType({ name, type, multi }: ExtensionDeclaration, value: ScriptValue): TypeError {
  const wanted = multi ? `a set of ${type}` : type;
  return new TypeError(
    `The extension property ${name} is declared as ${wanted} and cannot hold ${describeValue(value)}`,
  );
}
