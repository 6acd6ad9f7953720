import type { ExtensionDeclaration } from './app-package.ts';
import { checkShape } from './check-shape.ts';
import {
  entityExtensionSchema,
  extensionPropertySchema,
  extensionsFileSchema,
  primitiveTypes,
} from './extensions-schema.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json.ts';

const file = 'entity-extensions.json';
const primitives: ReadonlySet<string> = new Set(primitiveTypes);

/**
 * Reads `entity-extensions.json`. No source says that a server refuses any of it, so what is not understood declares
 * nothing and is a warning.
 */
export function parseExtensions(
  written: JsonObject | undefined,
  { warnings: report }: Findings,
): readonly ExtensionDeclaration[] {
  if (written === undefined) return [];
  const place = { file, report, consequence: 'nothing is declared by it' };
  const { entityTypeExtensions = [] } = checkShape(extensionsFileSchema, written, place) ?? {};
  return entityTypeExtensions.flatMap((extension, index) =>
    parseEntityType(extension, { ...place, within: `entityTypeExtensions[${index}]` }),
  );
}

type Place = Required<Parameters<typeof checkShape>[2]>;

function parseEntityType(extension: unknown, place: Place): ExtensionDeclaration[] {
  const { entityType = '', properties = {} } = checkShape(entityExtensionSchema, extension, place) ?? {};
  return Object.entries(properties).flatMap(([name, property]) => {
    const within = `${place.within}.properties.${name}`;
    const { type: written = '', multi = false } =
      checkShape(extensionPropertySchema, property, { ...place, within }) ?? {};
    if (written === '') return [];
    const warn = (sentence: string) => place.report.push(`${file}: ${within}: ${sentence}`);
    const type = written === 'int' || written === 'long' ? 'integer' : written;
    if (type !== written) warn(`the type "${written}" is not documented; it counts as "${type}".`);
    const isSet = multi === true && !primitives.has(type);
    if (isSet !== multi) warn('only properties of an entity type can be "multi"; it holds one value.');
    return [{ entityType, name, type, multi: isSet }];
  });
}
