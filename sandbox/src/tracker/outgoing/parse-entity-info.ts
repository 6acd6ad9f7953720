import { z } from 'zod';
import { isTrackerTime } from '../tracker-time.ts';
import { isHttpUrl } from '../url-template.ts';

const described = z.strictObject({ name: z.string(), description: z.string().optional() });
const moment = z.string().refine(isTrackerTime, 'expected YYYY-MM-DDThh:mm:ss.sss±hhmm');

/** What an application answers to `entityInfoUrl`, field by field (facts/tracker.md §1). */
const fields = {
  key: z.string().min(1),
  summary: z.string(),
  iconUrl: z.string().refine(isHttpUrl, 'expected an http or https URL').optional(),
  status: described.optional(),
  resolution: described.optional(),
  assignee: z
    .strictObject({
      trackerUid: z.number().int().optional(),
      passportUid: z.number().int().optional(),
      login: z.string().optional(),
    })
    .optional(),
  updated: moment.optional(),
  deadline: moment.optional(),
};

type Fields = z.infer<z.ZodObject<typeof fields>>;
export type EntityInfo = { readonly [Name in keyof Fields]?: Fields[Name] };

export interface ParsedEntityInfo {
  /** The fields that are as they should be; the rest is left out. */
  readonly info: EntityInfo;
  /** What departs from the protocol, a sentence each. */
  readonly problems: readonly string[];
}

/** Reads an info answer as liberally as a page can show it, and says where it departs from the protocol. */
export function parseEntityInfo(text: string): ParsedEntityInfo {
  const json = parseJson(text);
  if (!isObject(json)) return { info: {}, problems: ['the answer is not a JSON object'] };
  const problems = Object.keys(json)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => `${name}: the protocol knows no such field`);
  const info: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const result = schema.safeParse(json[name]);
    if (!result.success)
      problems.push(`${[name, ...(result.error.issues[0]?.path ?? [])].join('.')}: ${explain(result.error)}`);
    else if (result.data !== undefined) info[name] = result.data;
  }
  return { info: info as EntityInfo, problems };
}

function explain(error: z.ZodError): string {
  return (error.issues[0]?.message ?? 'is not valid').replace(/^Invalid input: /, '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is a finding like any other: the caller reports it.
    return undefined;
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
