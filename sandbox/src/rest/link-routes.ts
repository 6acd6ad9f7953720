import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { type LinkEnd, linkIssues, unlinkIssues } from '../world/issue-links.ts';
import type { Id } from '../world/transaction.ts';
import { notFound } from './app-access.ts';
import { bodyEntity } from './body-values.ts';
import { findLinkById, showEnd, showLinks } from './entities/link-entity.ts';
import type { RestEntity } from './entities/present.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  writing,
} from './rest-call.ts';
import { visibleIssue } from './visible-entity.ts';

/** Links between issues. A link's id is its type's id with `s` (outward) or `t` (inward). Source: "Issue Links" of JetBrains' REST reference. */
export function createLinkRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  const base = '/api/issues/:id/links';
  routes.get(
    '/api/issueLinkTypes',
    reading(sandbox, ({ tx, query, show }) => pageOf(tx.all('IssueLinkPrototype'), query).map(show)),
  );
  routes.get(
    base,
    reading(sandbox, (call) => pageOf(showLinks({ ...call, id: requestedIssue(call) }), call.query)),
  );
  routes.get(`${base}/:link`, reading(sandbox, showRequested));
  routes.get(
    `${base}/:link/issues`,
    reading(sandbox, (call) => showRequested(call).attribute('issues') ?? []),
  );
  routes.post(`${base}/:link/issues`, writing(sandbox, add));
  routes.delete(`${base}/:link/issues/:other`, writing(sandbox, remove));
  return routes;
}

function showRequested(call: RestCall): RestEntity {
  return showEnd({ ...call, id: requestedIssue(call) }, requestedEnd(call));
}

function add(call: RestCall): ShowAfterwards {
  const issue = linkableIssue(call);
  const other = bodyEntity(call, { value: call.body, keys: ['idReadable'], find: visibleIssue });
  linkIssues(call.tx, { issue, end: requestedEnd(call), other });
  return shown(other);
}

function remove(call: RestCall): undefined {
  const issue = linkableIssue(call);
  unlinkIssues(call.tx, { issue, end: requestedEnd(call), other: visibleIssue(call, call.param('other')) });
}

function linkableIssue(call: RestCall): Id {
  const issue = requestedIssue(call);
  requirePermission(call, 'LINK_ISSUE', targetOf(call.tx, issue, 'project'));
  return issue;
}

function requestedEnd(call: RestCall): LinkEnd {
  const end = findLinkById(call, call.param('link'));
  if (end === undefined) throw notFound('IssueLink', call.param('link'));
  return end;
}

function requestedIssue(call: RestCall): Id {
  return visibleIssue(call, call.param('id'));
}
