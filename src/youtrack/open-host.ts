import { version as appVersion } from '../../manifest.json';
import type { Entity, Host, OwnHost } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { guestLogin } from './access.ts';
import { countIdentities, findAccount, listUsersLike, toAccount } from './accounts.ts';
import { toArticleEntity, toIssueEntity, toProjectEntity, toUserEntity } from './entities.ts';
import type { Execution } from './execution.ts';
import { findArticleOf } from './find-article.ts';
import { findEntity, listFlagged } from './find-entity.ts';
import { findProject } from './projects.ts';
import { readSettings } from './read-settings.ts';
import type { HttpContext, ScriptContext } from './script-context.ts';
import { listRecentIssues, searchIssues } from './search-issues.ts';

/** The key under which a scheduled function finds what it has to know. */
export const stateKey = 'state';

/** Makes the host of one execution; scopes differ in the object the address names. */
export type OpenHost<H extends Host> = (ctx: HttpContext, execution: Execution) => H;

/** YouTrack where the address names nothing, and in scheduled functions. */
export function openHost(ctx: ScriptContext, execution: Execution): Host {
  return {
    get caller() {
      return toAccount(execution.api, ctx.currentUser);
    },
    clock: { now: () => Date.now(), random: () => Math.random() },
    settings: readSettings(ctx.settings),
    appVersion,
    findEntity: (reading) => findEntity(execution, reading),
    findProject: (key) => findProject(execution, key),
    listFlagged: (flag, value) => listFlagged(execution, flag, value),
    searchIssues: (text, atMost) => searchIssues(execution, text, atMost),
    listRecentIssues: (atMost) => listRecentIssues(execution, atMost),
    findArticleOf: (projectKey) => findArticleOf(execution, projectKey),
    findAccount: (login) => findAccount(execution, login),
    findGuest: () => findAccount(execution, guestLogin),
    listUsersLike: (identity) => listUsersLike(execution, identity),
    countIdentities: () => countIdentities(execution),
    schedule({ name, delayMs, state }) {
      ctx.store(stateKey, state);
      ctx.invokeAsync(name, delayMs);
    },
  };
}

/** The same in the scope of a kind of objects. YouTrack answers 404 itself when the address names none, so a missing one is a broken host. */
export function openOwnHost(kind: EntityKind): OpenHost<OwnHost> {
  return (ctx, execution) => {
    const own = findOwn(kind, ctx, execution);
    if (own === undefined)
      throw new Error(`the context of an endpoint of the scope ${kind} lacks its object`);
    return Object.assign(openHost(ctx, execution), { own });
  };
}

function findOwn(kind: EntityKind, ctx: HttpContext, execution: Execution): Entity | undefined {
  switch (kind) {
    case 'issue':
      return ctx.issue && toIssueEntity(ctx.issue, execution);
    case 'article':
      return ctx.article && toArticleEntity(ctx.article, execution);
    case 'project':
      return ctx.project && toProjectEntity(ctx.project, execution);
    case 'user':
      return ctx.user && toUserEntity(ctx.user, execution);
  }
}
