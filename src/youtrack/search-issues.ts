import type { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity } from '../ports/youtrack.ts';
import { patternOnUse } from '../protocol/pattern-on-use.ts';
import { attempt } from '../result.ts';
import type { Execution } from './execution.ts';
import { toText } from './host-values.ts';
import { toIssueEntity } from './issue-entity.ts';
import { logError } from './log.ts';

const word = patternOnUse(String.raw`[\p{L}\p{M}\p{N}]+`, 'gu');
const mostWords = 12;

/**
 * Queries for issues that contain all words of a text, from exact to loose: the words as they are, then the last one as a
 * beginning, for people who are still typing. Words are quoted and stripped of everything else, so that nothing in the
 * text is taken for YouTrack's query language.
 */
export function toTextQueries(text: string): readonly string[] {
  const words = (text.match(word()) ?? []).slice(0, mostWords);
  const last = words.at(-1);
  if (last === undefined) return [];
  const quoted = words.map((one) => `"${one}"`);
  return [quoted.join(' '), [...quoted.slice(0, -1), `${last}*`].join(' ')];
}

/** Issues with the words of a text that the user may see, at most so many. */
export function searchIssues(execution: Execution, text: string, atMost: number): readonly Entity[] {
  return searchAll(execution, toTextQueries(text), atMost);
}

/** Issues the user may see, the latest changed first, at most so many. */
export function listRecentIssues(execution: Execution, atMost: number): readonly Entity[] {
  return searchAll(execution, ['sort by: updated desc'], atMost);
}

/** Short names of projects; anything else would have to be quoted, and braces end a quotation. */
const projectKey = patternOnUse(String.raw`^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$`, 'u');

/** An issue of a project that the user may see. */
export function findIssueOf(execution: Execution, project: string): Entity | undefined {
  return projectKey().test(project) ? searchAll(execution, [`project: {${project}}`], 1)[0] : undefined;
}

/** A query that YouTrack cannot make sense of, or is too busy for, finds nothing: whoever asks goes on with fewer issues. */
function searchAll(execution: Execution, queries: readonly string[], atMost: number): readonly Entity[] {
  const found = new Map<string, Issue>();
  for (const query of queries) {
    const searched = attempt(() =>
      execution.api
        .search(null, query, execution.user)
        .find((issue) => found.set(toText(issue.id), issue).size >= atMost),
    );
    if (!searched.ok) logError(`The search for ${query} failed`, searched.problem);
  }
  return [...found.values()].slice(0, atMost).map((issue) => toIssueEntity(issue, execution));
}
