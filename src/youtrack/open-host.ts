import { version as appVersion } from '../../manifest.json';
import type { Entity, Host, OwnHost } from '../ports/youtrack.ts';
import type { Execution } from './execution.ts';
import { findProject } from './projects.ts';
import { readSettings } from './read-settings.ts';
import type { HttpContext, ScriptContext } from './script-context.ts';

declare function require(path: './accounts.ts'): typeof import('./accounts.ts');
declare function require(path: './app-storage.ts'): typeof import('./app-storage.ts');
declare function require(path: './find-article.ts'): typeof import('./find-article.ts');
declare function require(path: './find-entity.ts'): typeof import('./find-entity.ts');
declare function require(path: './search-issues.ts'): typeof import('./search-issues.ts');

/** The key under which a scheduled function finds what it has to know. */
export const stateKey = 'state';

/** Makes the host of one execution; scopes differ in the object the address names. */
export type OpenHost<H extends Host> = (ctx: HttpContext, execution: Execution) => H;

/** The object that the address names. */
export type FindOwn = (ctx: HttpContext, execution: Execution) => Entity | undefined;

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
    visitFlagged: (flag, value, visit) =>
      require('./find-entity.ts').visitFlagged(execution, { [flag]: value }, visit),
    searchIssues: (text, atMost) => require('./search-issues.ts').searchIssues(execution, text, atMost),
    listRecentIssues: (atMost) => require('./search-issues.ts').listRecentIssues(execution, atMost),
    findIssueOf: (projectKey) => require('./search-issues.ts').findIssueOf(execution, projectKey),
    findArticleOf: (projectKey) => require('./find-article.ts').findArticleOf(execution, projectKey),
    findAccount: (login) => require('./accounts.ts').findAccount(execution, login),
    findGuest: () => require('./accounts.ts').findGuest(execution),
    listUsersLike: (identity) => require('./accounts.ts').listUsersLike(execution, identity),
    countIdentities: () => require('./accounts.ts').countIdentities(execution),
    schedule({ name, delayMs, state }) {
      ctx.store(stateKey, state);
      ctx.invokeAsync(name, delayMs);
      execution.hasScheduled = true;
    },
    hasScheduled: () => execution.hasScheduled === true,
    get storage() {
      return require('./app-storage.ts').createAppStorage(ctx, execution);
    },
  };
}

/**
 * The same where the address names an object. YouTrack answers 404 itself when there is none such, so a missing one is a broken host.
 * @param findOwn the object, as the context of its scope has it
 */
export function openOwnHost(findOwn: FindOwn): OpenHost<OwnHost> {
  return (ctx, execution) => {
    const own = findOwn(ctx, execution);
    if (own === undefined) throw new Error('the context lacks the object that the address names');
    return Object.assign(openHost(ctx, execution), { own });
  };
}
