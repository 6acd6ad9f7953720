import type { z } from 'zod';
import { schemaProblems } from '../world/schema-problems.ts';

/** Where a value stands in a package, and who is told what is wrong with it. */
export interface CheckedPlace {
  /** `settings.json` */
  readonly file: string;
  /** The way to the value within the file: `properties.token`; empty for all of it. */
  readonly within?: string;
  /** Gets one sentence for each fault. */
  readonly report: string[];
  /** What becomes of a value that does not fit, when the package is taken all the same. */
  readonly consequence?: string;
}

/**
 * What a schema makes of a value of a package's JSON files, and the only way such a value is looked into.
 * @returns undefined when it does not fit; every fault is reported with its place
 */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { file, within = '', report, consequence }: CheckedPlace,
): z.output<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of schemaProblems(result.error, value)) {
    const place = [within, path].filter(Boolean).join(path.startsWith('[') ? '' : '.');
    const sentence = [`${file}: ${place}${place === '' ? '' : ': '}${message}`, consequence].filter(Boolean);
    report.push(`${sentence.join('; ')}.`);
  }
  return undefined;
}
