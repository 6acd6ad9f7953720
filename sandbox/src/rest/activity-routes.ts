import { Hono } from 'hono';
import { SearchError } from '../context/search/search-error.ts';
import { searchIssues } from '../context/search/search-issues.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { findUser } from '../world/lookup.ts';
import type { Id } from '../world/transaction.ts';
import type { Activity } from './activities/activity.ts';
import { findActivities } from './activities/find-activities.ts';
import { showActivity } from './activities/show-activity.ts';
import { createRestEntity, type RestValue } from './entities/present.ts';
import { pageOf } from './page-of.ts';
import { type RestCall, reading } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleArticle, visibleIssue } from './visible-entity.ts';

type FindTargets = (call: RestCall) => Iterable<Id>;

/** What was done to issues and articles. Source: "Activities", "Activities Page", "Issue Activities" of JetBrains' REST reference. */
export function createActivityRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const places: readonly (readonly [base: string, targets: FindTargets])[] = [
    ['/api', everything],
    ['/api/issues/:id', (call) => [visibleIssue(call, call.param('id'))]],
    ['/api/articles/:id', (call) => [visibleArticle(call, call.param('id'))]],
  ];
  for (const [base, targets] of places) {
    routes.get(
      `${base}/activities`,
      reading(sandbox, (call) =>
        pageOf(wanted(call, targets(call)), call.query).map((one) => showActivity(call, one)),
      ),
    );
    routes.get(
      `${base}/activitiesPage`,
      reading(sandbox, (call) => showPage(call, wanted(call, targets(call)))),
    );
  }
  return routes;
}

function* everything({ tx, user, query, now }: RestCall): Iterable<Id> {
  const issueQuery = query.get('issueQuery')?.trim() ?? '';
  if (issueQuery !== '') {
    yield* searchIssues({ tx, user, query: issueQuery, folder: undefined, now });
    return;
  }
  for (const type of ['Issue', 'Article'])
    for (const id of tx.all(type)) if (tx.get(id, 'isDraft') !== true && canSee(tx, user, id)) yield id;
}

/** Cut down by `categories`, `start`, `end`, `author`; the oldest first, or the newest with `reverse=true`. */
function wanted(call: RestCall, targets: Iterable<Id>): Activity[] {
  const { query } = call;
  const categories = query.get('categories')?.split(',').filter(Boolean);
  const [start, end] = [readTime(query, 'start'), readTime(query, 'end')];
  const author = readAuthor(call);
  const found = [...targets]
    .flatMap((target) => findActivities(call, target))
    .filter(
      (one) =>
        (categories === undefined || categories.includes(one.category)) &&
        (start === undefined || one.timestamp >= start) &&
        (end === undefined || one.timestamp < end) &&
        (author === undefined || one.author === author),
    )
    .sort((left, right) => left.timestamp - right.timestamp);
  return query.get('reverse') === 'true' ? found.reverse() : found;
}

/** A cursor is the number of activities before it. */
function showPage(call: RestCall, activities: readonly Activity[]): RestValue {
  const { query } = call;
  const from = Number(query.get('cursor') ?? query.get('$skip') ?? 0);
  if (!Number.isSafeInteger(from) || from < 0)
    throw new RestError(400, `The "cursor" ${query.get('cursor')} is none of this server's.`);
  const paging = new URLSearchParams(query);
  paging.set('$skip', String(from));
  const page = pageOf(activities, paging);
  const to = from + page.length;
  const attributes = {
    activities: () => page.map((one) => showActivity(call, one)),
    reverse: () => query.get('reverse') === 'true',
    beforeCursor: () => (from === 0 ? null : String(from)),
    afterCursor: () => (to < activities.length ? String(to) : null),
    hasBefore: () => from > 0,
    hasAfter: () => to < activities.length,
  };
  return createRestEntity({ $type: 'ActivityCursorPage', id: String(from) }, attributes, undefined);
}

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(time)) throw new RestError(400, `"${name}" must be a time in milliseconds.`);
  return time;
}

function readAuthor({ tx, user, query }: RestCall): Id | undefined {
  const text = query.get('author');
  if (text === null || text === '') return undefined;
  const author = text === 'me' ? user : findUser(tx, text);
  if (author === undefined) throw new SearchError(`There is no user '${text}'`);
  return author;
}
