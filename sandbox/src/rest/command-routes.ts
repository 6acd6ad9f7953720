import { type Context, Hono } from 'hono';
import type { JsonObject } from '../apps/json.ts';
import { applyCommand } from '../dispatch/apply-command.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { hasPermission } from '../world/access.ts';
import { findUser } from '../world/lookup.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyEntity, bodyFlag, bodyList, bodyText } from './body-values.ts';
import { createRestEntity } from './entities/present.ts';
import type { Scope } from './entities/scope.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { openScope } from './open-scope.ts';
import { answer, readBody, requirePermission } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleIssue } from './visible-entity.ts';

/** Commands on issues. Source: "Commands" of JetBrains' REST reference. */
export function createCommandRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  routes.post('/api/commands', (context) => apply(sandbox, context));
  routes.post('/api/commands/assist', () => {
    throw new RestError(501, 'The sandbox does not emulate command suggestions.');
  });
  return routes;
}

/** `{"query":"State Fixed","issues":[{"idReadable":"DEMO-1"}],"comment":"…","runAs":"jane"}`: all issues or none. */
async function apply(sandbox: Sandbox, context: Context): Promise<Response> {
  const body = await readBody(context);
  acceptKeys(
    body,
    ['query', 'comment', 'issues', 'runAs', 'silent', 'caret', 'usesMarkdown'],
    ['commentVisibility', 'commands', 'suggestions'],
  );
  const command = bodyText(body, 'query') ?? '';
  const comment = bodyText(body, 'comment') ?? undefined;
  const { user, issues } = await sandbox.world.transactions.run('read', (tx) => {
    const scope = openScope(sandbox, tx, context);
    return { user: actingUser(scope, body), issues: requestedIssues(scope, body) };
  });
  const isSilent = bodyFlag(body, 'silent') ?? false;
  await applyCommand(sandbox, {
    user,
    issues,
    command,
    isSilent,
    ...(comment === undefined ? {} : { comment }),
  });
  return sandbox.world.transactions.run('read', (tx) => {
    const { show } = openScope(sandbox, tx, context);
    const attributes = {
      query: () => command,
      comment: () => comment ?? null,
      issues: () => issues.map(show),
    };
    return answer(context, createRestEntity({ $type: 'CommandList', id: 'commands' }, attributes, undefined));
  });
}

function requestedIssues(scope: Scope, body: JsonObject): Id[] {
  const issues = (bodyList(body, 'issues') ?? []).map((value) =>
    bodyEntity(scope, { value, keys: ['idReadable'], find: visibleIssue }),
  );
  if (issues.length === 0) throw new RestError(400, 'A command needs "issues".');
  for (const issue of issues) {
    if (body.comment) requirePermission(scope, 'CREATE_COMMENT', targetOf(scope.tx, issue, 'project'));
  }
  return issues;
}

/** `runAs` is for those who may change users. */
function actingUser({ tx, user }: Scope, { runAs }: JsonObject): Id {
  if (runAs === undefined || runAs === null) return user;
  const other = findUser(tx, String(runAs));
  if (other === undefined) throw new RestError(400, `There is no user ${String(runAs)}.`);
  if (other !== user && !hasPermission(tx, user, 'UPDATE_USER'))
    throw new RestError(403, 'You may not run commands as others.');
  return other;
}
