import type { IdentityHost } from '../ports/identity-port.ts';
import type { EntityPageHost, PageEntity, PageHost } from '../ports/page-ports.ts';
import type { GlobalHost, Host } from '../ports/ports.ts';
import { createHost } from './create-host.ts';
import { articleEntity, issueEntity, projectEntity, userEntity } from './entities.ts';
import { listLinkedEntities } from './find-entity.ts';
import { createIdentityStore, listUsersLike } from './identities.ts';
import type { HttpContext } from './script-context.ts';
import { searchIssues } from './search-issues.ts';
import type { WriteListener } from './stored-links.ts';
import type { YouTrack } from './youtrack.ts';

/** Makes the host of one request; scopes differ in the object the address names. */
export type OpenScope<H extends Host> = (ctx: HttpContext, api: YouTrack, onWrite: WriteListener) => H;

export function openGlobal(ctx: HttpContext, api: YouTrack, onWrite: WriteListener): GlobalHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return {
    ...createHost(ctx, api, onWrite),
    listLinkedEntities: () => listLinkedEntities(api, viewer),
    searchIssues: (text, atMost) => searchIssues(api, viewer, { text, atMost }),
  };
}

export function openIssue(ctx: HttpContext, api: YouTrack, onWrite: WriteListener): EntityPageHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return withOwn(createHost(ctx, api, onWrite), ctx.issue && issueEntity(ctx.issue, viewer));
}

export function openArticle(ctx: HttpContext, api: YouTrack, onWrite: WriteListener): EntityPageHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return withOwn(createHost(ctx, api, onWrite), ctx.article && articleEntity(ctx.article, viewer));
}

export function openProject(ctx: HttpContext, api: YouTrack, onWrite: WriteListener): EntityPageHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return withOwn(createHost(ctx, api, onWrite), ctx.project && projectEntity(ctx.project, viewer));
}

export function openUser(
  ctx: HttpContext,
  api: YouTrack,
  onWrite: WriteListener,
): EntityPageHost & IdentityHost {
  const viewer = { user: ctx.currentUser, onWrite };
  const { user } = ctx;
  if (user === undefined) throw missingObject();
  return {
    ...withOwn(createHost(ctx, api, onWrite), userEntity(user, viewer)),
    identity: createIdentityStore(user, onWrite),
    listUsersLike: (identity) => listUsersLike(api, viewer, identity),
  };
}

/** YouTrack answers 404 itself when the address names nothing, so a missing object is a broken host. */
function withOwn(host: PageHost, own: PageEntity | undefined): EntityPageHost {
  if (own === undefined) throw missingObject();
  return { ...host, own };
}

function missingObject(): Error {
  return new Error('the context lacks the object of its scope');
}
