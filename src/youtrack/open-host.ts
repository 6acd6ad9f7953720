import { version as appVersion } from '../../manifest.json';
import type { Entity, Host, OwnHost } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { guestLogin } from './access.ts';
import { createAppStorage } from './app-storage.ts';
import { toArticleEntity, toIssueEntity, toProjectEntity, toUserEntity } from './entities.ts';
import type { Execution } from './execution.ts';
import { findProject } from './projects.ts';
import { readSettings } from './read-settings.ts';
import type { HttpContext, ScriptContext } from './script-context.ts';

declare function require(path: './accounts.ts'): typeof import('./accounts.ts');
declare function require(path: './find-article.ts'): typeof import('./find-article.ts');
declare function require(path: './find-entity.ts'): typeof import('./find-entity.ts');
declare function require(path: './search-issues.ts'): typeof import('./search-issues.ts');

/** The key under which a scheduled function finds what it has to know. */
export const stateKey = 'state';

/** Makes the host of one execution; scopes differ in the object the address names. */
export type OpenHost<H extends Host> = (ctx: HttpContext, execution: Execution) => H;

/**
 * YouTrack where the address names nothing, and in scheduled functions. What finds other objects than the one in the address is
 * loaded only when somebody looks for them: an `info` of an object does without.
 */
export function openHost(ctx: ScriptContext, execution: Execution): Host {
  return {
    get caller() {
      return require('./accounts.ts').toAccount(execution.api, ctx.currentUser);
    },
    clock: { now: () => Date.now(), random: () => Math.random() },
    settings: readSettings(ctx.settings),
    appVersion,
    findEntity: (reading) => require('./find-entity.ts').findEntity(execution, reading),
    findProject: (key) => findProject(execution, key),
    listFlagged: (flag, value) => require('./find-entity.ts').listFlagged(execution, flag, value),
    searchIssues: (text, atMost) => require('./search-issues.ts').searchIssues(execution, text, atMost),
    listRecentIssues: (atMost) => require('./search-issues.ts').listRecentIssues(execution, atMost),
    findIssueOf: (projectKey) => require('./search-issues.ts').findIssueOf(execution, projectKey),
    findArticleOf: (projectKey) => require('./find-article.ts').findArticleOf(execution, projectKey),
    findAccount: (login) => require('./accounts.ts').findAccount(execution, login),
    findGuest: () => require('./accounts.ts').findAccount(execution, guestLogin),
    listUsersLike: (identity) => require('./accounts.ts').listUsersLike(execution, identity),
    countIdentities: () => require('./accounts.ts').countIdentities(execution),
    schedule({ name, delayMs, state }) {
      ctx.store(stateKey, state);
      ctx.invokeAsync(name, delayMs);
      execution.hasScheduled = true;
    },
    hasScheduled: () => execution.hasScheduled === true,
    storage: createAppStorage(ctx, execution),
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
