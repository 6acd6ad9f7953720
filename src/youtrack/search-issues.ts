import type { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import type { PageEntity } from '../ports/page-ports.ts';
import { attempt } from '../result.ts';
import { issueEntity, type Viewer } from './entities.ts';
import { logError } from './log.ts';
import type { YouTrack } from './youtrack.ts';

const word = /[\p{L}\p{M}\p{N}]+/gu;
const mostWords = 12;

/**
 * Queries for issues that contain all words of a text, from exact to loose: the words as they are, then the last one as a
 * beginning, for people who are still typing. Words are quoted and stripped of everything else, so that nothing in the
 * text is taken for YouTrack's query language.
 */
export function toTextQueries(text: string): readonly string[] {
  const words = (text.match(word) ?? []).slice(0, mostWords);
  const last = words.at(-1);
  if (last === undefined) return [];
  const quoted = words.map((one) => `"${one}"`);
  return [quoted.join(' '), [...quoted.slice(0, -1), `${last}*`].join(' ')];
}

/** Issues with the words of a text that the viewer may see, at most so many. */
export function searchIssues(
  { search }: YouTrack,
  viewer: Viewer,
  { text, atMost }: { readonly text: string; readonly atMost: number },
): readonly PageEntity[] {
  const found = new Map<string, Issue>();
  for (const query of toTextQueries(text)) {
    // A query YouTrack cannot make sense of finds nothing; the exact key and the other query still answer.
    const issues = attempt(() => search(null, query, viewer.user));
    if (!issues.ok) logError(`The search for ${query} failed`, issues.problem);
    else issues.value.find((issue) => found.set(issue.id, issue).size >= atMost);
  }
  return [...found.values()].slice(0, atMost).map((issue) => issueEntity(issue, viewer));
}
