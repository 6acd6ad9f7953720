import { z } from 'zod';

export interface Suggestion {
  readonly key: string;
  readonly summary: string;
}

const suggestionSchema = z.object({ key: z.string().min(1), summary: z.string().default('') });

/**
 * Reads an answer of suggestUrl. Its format is documented nowhere (facts/tracker.md §1), so: a list of objects with `key`
 * and `summary`, or an object one of whose fields is such a list. Undefined when there is no such list.
 */
export function parseSuggestions(text: string): readonly Suggestion[] | undefined {
  const list = findList(parseJson(text));
  return list?.flatMap((item) => {
    const suggestion = suggestionSchema.safeParse(item);
    return suggestion.success ? [suggestion.data] : [];
  });
}

function findList(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return undefined;
  return Object.values(json).find((value) => Array.isArray(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is no JSON holds no suggestions.
    return undefined;
  }
}
