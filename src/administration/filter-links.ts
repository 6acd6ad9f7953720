import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import type { ReadTitle } from './create-title-reader.ts';
import type { AllLinksQuery } from './parse-all-links-query.ts';
import type { FoundLink } from './read-all-links.ts';

type Passes = (found: FoundLink) => boolean;

/** What a link must pass to be asked for: every filter that is set. */
export function toLinkFilter(query: AllLinksQuery, readTitle: ReadTitle): Passes {
  // The search in summaries comes last: it asks the server about every object that is left.
  const filters = [byEntity(query), byTracker(query), byAddition(query), byText(query, readTitle)];
  return (found) => filters.every((passes) => passes(found));
}

function byEntity({ kind, project }: AllLinksQuery): Passes {
  const projectKey = project?.toLowerCase();
  return ({ entity }) =>
    (kind === undefined || entity.kind === kind) &&
    (projectKey === undefined || entity.project?.key.toLowerCase() === projectKey);
}

function byTracker({ queue, via }: AllLinksQuery): Passes {
  return ({ link: { issueKey, added } }) =>
    (queue === undefined || toQueueKey(issueKey) === queue) && (via === undefined || added.via === via);
}

function byAddition({ who, addedAfter, addedBefore }: AllLinksQuery): Passes {
  const login = who?.toLowerCase();
  return ({ link: { added } }) =>
    (login === undefined || added.by.toLowerCase() === login) &&
    added.at >= (addedAfter ?? Number.NEGATIVE_INFINITY) &&
    added.at < (addedBefore ?? Number.POSITIVE_INFINITY);
}

function byText({ text }: AllLinksQuery, readTitle: ReadTitle): Passes {
  if (text === undefined) return () => true;
  const wanted = text.toLowerCase();
  const contains = (value: string | undefined) => value?.toLowerCase().includes(wanted) ?? false;
  return ({ entity, link }) => contains(entity.key) || contains(link.issueKey) || contains(readTitle(entity));
}
