import type { Article, Issue } from '@jetbrains/youtrack-scripting-api/entities';
import type { AdminHost } from '../ports/admin-port.ts';
import type { PageEntity } from '../ports/page-ports.ts';
import { attempt } from '../result.ts';
import { guestLogin, maySeeArticle } from './access.ts';
import { findAccount, toAccount } from './accounts.ts';
import { appVersion } from './app-version.ts';
import { createHost } from './create-host.ts';
import { articleEntity, issueEntity, type Viewer } from './entities.ts';
import { countIdentities } from './identities.ts';
import { logError } from './log.ts';
import type { HttpContext } from './script-context.ts';
import type { WriteListener } from './stored-links.ts';
import type { YouTrack } from './youtrack.ts';

// A project whose first articles are all hidden is given up: any article will do, from any project.
const articlesLookedAt = 50;

/** YouTrack as the administration page sees it. */
export function openAdmin(ctx: HttpContext, api: YouTrack, onWrite: WriteListener): AdminHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return {
    ...createHost(ctx, api, onWrite),
    appVersion,
    account: toAccount(api, ctx.currentUser),
    findAccount: (login) => findAccount(api, login),
    findGuest: () => findAccount(api, guestLogin),
    listRecentIssues: (atMost) => listRecentIssues(api, viewer, atMost),
    findArticleOf: (projectKey) => findArticleOf(api, viewer, projectKey),
    countIdentities: () => countIdentities(api),
  };
}

function listRecentIssues({ search }: YouTrack, viewer: Viewer, atMost: number): readonly PageEntity[] {
  const issues: Issue[] = [];
  // Searching is the one thing here that a server may be too busy for; whoever asks goes on with fewer issues.
  const searched = attempt(() =>
    search(null, 'sort by: updated desc', viewer.user).find((issue) => issues.push(issue) >= atMost),
  );
  if (!searched.ok) logError('Searching for recent issues failed', searched.problem);
  return issues.slice(0, atMost).map((issue) => issueEntity(issue, viewer));
}

function findArticleOf({ Project }: YouTrack, viewer: Viewer, projectKey: string): PageEntity | undefined {
  let visible: Article | undefined;
  let looked = 0;
  Project.findByKey(projectKey)?.articles.find((article) => {
    looked += 1;
    if (maySeeArticle(viewer.user, article)) visible = article;
    return visible !== undefined || looked >= articlesLookedAt;
  });
  return visible && articleEntity(visible, viewer);
}
