import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { fieldsOf, findField } from '../world/custom-fields.ts';
import { createIssue, moveIssue, reportDraft } from '../world/issues.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { notFound } from './app-access.ts';
import { bodyEntity, bodyText, requiredText } from './body-values.ts';
import { issueAttributeNames } from './entities/issue-entity.ts';
import { showIssueField, showIssueFields } from './entities/issue-field-entity.ts';
import type { RestValue } from './entities/present.ts';
import { showPossibleValues } from './entities/project-field-entity.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { countIssues, listIssues } from './list-issues.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  type WriteCall,
  writing,
} from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleDraft, visibleIssue, visibleProject } from './visible-entity.ts';
import { writeCustomField, writeCustomFields } from './write-custom-fields.ts';
import { writableIssueAttributes, writeIssue } from './write-issue.ts';
import { writeTags } from './write-tags.ts';
import { writeVisibility } from './write-visibility.ts';

/** Issues and their custom fields. Source: "Issues" of JetBrains' REST reference. */
export function createIssueRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.get(
    '/api/issues',
    reading(sandbox, (call) => listIssues(call, undefined)),
  );
  routes.post('/api/issues', writing(sandbox, create));
  routes.get(
    '/api/issues/:id',
    reading(sandbox, (call) => call.show(requestedIssue(call))),
  );
  routes.post('/api/issues/:id', writing(sandbox, update));
  routes.delete('/api/issues/:id', writing(sandbox, remove));
  routes.get(
    '/api/issues/:id/project',
    reading(sandbox, (call) => call.show(projectOf(call, requestedIssue(call)))),
  );
  routes.post(
    '/api/issues/:id/project',
    writing(sandbox, (call) => shown(projectOf(call, move(call, call.body)))),
  );
  // `fields` is the name that YouTrack's own pages and JetBrains' widgets use.
  for (const base of ['/api/issues/:id/customFields', '/api/issues/:id/fields']) {
    routes.get(base, reading(sandbox, listFields));
    routes.get(`${base}/:field`, reading(sandbox, showField));
    routes.post(`${base}/:field`, writing(sandbox, updateField));
    routes.get(
      `${base}/:field/possibleValues`,
      reading(sandbox, (call) => pageOf(showPossible(call), call.query)),
    );
  }
  routes.post('/api/issuesGetter/count', (context) => countIssues(sandbox, context));
  return routes;
}

/** A new issue, or with `draftId` one of the caller's drafts, which is reported. */
function create(call: WriteCall): ShowAfterwards {
  const draft = call.query.get('draftId');
  if (draft !== null) return report(call, visibleDraft(call, 'Issue', draft));
  const { tx, user, body, now } = call;
  acceptKeys(body, writableIssueAttributes, issueAttributeNames);
  const project = bodyEntity(call, { value: body.project, keys: ['shortName'], find: visibleProject });
  requirePermission(call, 'CREATE_ISSUE', project);
  const summary = requiredText(body, 'summary');
  const description = bodyText(body, 'description') ?? '';
  const issue = createIssue(tx, { project, reporter: user, now, summary, description });
  writeCustomFields(call, issue, project);
  writeTags(call, issue);
  writeVisibility(call, issue, body.visibility);
  return shown(issue);
}

function update(call: WriteCall): ShowAfterwards {
  const issue = requestedIssue(call);
  requirePermission(call, 'UPDATE_ISSUE', projectOf(call, issue));
  if (call.body.project !== undefined) move(call, call.body.project);
  writeIssue(call, issue);
  return shown(issue);
}

/** One of the caller's drafts gets its number: from now on it is an issue that others see. */
function report(call: WriteCall, issue: Id): ShowAfterwards {
  requirePermission(call, 'CREATE_ISSUE', projectOf(call, issue));
  writeIssue(call, issue);
  if (String(call.tx.get(issue, 'summary') ?? '').trim() === '')
    throw new RestError(400, '"summary" is required.');
  reportDraft(call.tx, issue, call.now);
  return shown(issue);
}

/** Moves the issue to another project: it gets a new readable id and keeps answering to the former one. */
function move(call: RestCall, target: RestCall['body'][string]): Id {
  const issue = requestedIssue(call);
  const project = bodyEntity(call, { value: target, keys: ['shortName'], find: visibleProject });
  requirePermission(call, 'UPDATE_ISSUE', projectOf(call, issue));
  requirePermission(call, 'CREATE_ISSUE', project);
  moveIssue(call.tx, { issue, project, now: call.now });
  return issue;
}

function remove(call: RestCall): undefined {
  const issue = requestedIssue(call);
  requirePermission(call, 'DELETE_ISSUE', projectOf(call, issue));
  removeEntity(call.tx, issue);
}

function listFields(call: RestCall): RestValue {
  return pageOf(showIssueFields({ ...call, id: requestedIssue(call) }), call.query);
}

function showField(call: RestCall): RestValue {
  const issue = requestedIssue(call);
  return showIssueField({ ...call, id: issue }, requestedField(call, issue));
}

function showPossible(call: RestCall): RestValue[] {
  return showPossibleValues({ ...call, id: requestedField(call, requestedIssue(call)) });
}

function updateField(call: WriteCall): ShowAfterwards {
  const issue = requestedIssue(call);
  const field = requestedField(call, issue);
  requirePermission(call, 'UPDATE_ISSUE', projectOf(call, issue));
  writeCustomField(call, { issue, field, entry: call.body });
  return (scope) => showIssueField({ ...scope, id: issue }, field);
}

function requestedIssue(call: RestCall): Id {
  return visibleIssue(call, call.param('id'));
}

function requestedField(call: RestCall, issue: Id): Id {
  const project = projectOf(call, issue);
  const key = call.param('field');
  const field = fieldsOf(call.tx, project).find((id) => id === key) ?? findField(call.tx, project, key);
  if (field === undefined) throw notFound('IssueCustomField', key);
  return field;
}

function projectOf({ tx }: RestCall, issue: Id): Id {
  return targetOf(tx, issue, 'project') ?? '';
}
