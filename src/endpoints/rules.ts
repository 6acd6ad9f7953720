import type { Entity, Host } from '../ports/youtrack.ts';
import { toArticleEntity } from '../youtrack/article-entity.ts';
import { findFormerKey, isMoved, isMovedOrRemoved } from '../youtrack/changes.ts';
import type { Execution } from '../youtrack/execution.ts';
import { toIssueEntity } from '../youtrack/issue-entity.ts';
import { openHost } from '../youtrack/open-host.ts';
import { nodeMemory } from '../youtrack/outbound.ts';
import type { RuleContext } from '../youtrack/script-context.ts';
import { toSweepQuery } from '../youtrack/sweep-query.ts';
import { youtrack } from '../youtrack/youtrack.ts';
import { scheduledFunctions } from './scheduled-functions.ts';

declare function require(path: '../mirroring/note-move.ts'): typeof import('../mirroring/note-move.ts');
declare function require(path: '../mirroring/note-removal.ts'): typeof import('../mirroring/note-removal.ts');
declare function require(path: '../mirroring/sweep-owed.ts'): typeof import('../mirroring/sweep-owed.ts');

/** Both kinds of changes; the guard looks for moves and removals among them. */
const runOn = { change: true, removal: true };

/** Has Tracker told when an issue moves to another project, or is removed. Nothing is asked of Tracker in the transaction itself. */
export function createIssueRule() {
  return youtrack.Issue.onChange({
    title: 'Tell Yandex Tracker when a linked issue moves or goes',
    runOn,
    guard: ({ issue }: RuleContext) => isMovedOrRemoved(issue),
    action: (ctx: RuleContext) => {
      const execution = openExecution(ctx);
      const former = isMoved(ctx.issue) ? findFormerKey(ctx.issue, 'issue') : undefined;
      note(openHost(ctx, execution), toIssueEntity(ctx.issue, execution), {
        isRemoved: ctx.issue.becomesRemoved,
        former,
      });
    },
    asyncFunctions: scheduledFunctions,
  });
}

/** The same for articles. */
export function createArticleRule() {
  return youtrack.Article.onChange({
    title: 'Tell Yandex Tracker when a linked article moves or goes',
    runOn,
    guard: ({ article }: RuleContext) => isMovedOrRemoved(article),
    action: (ctx: RuleContext) => {
      const execution = openExecution(ctx);
      const former = isMoved(ctx.article) ? findFormerKey(ctx.article, 'article') : undefined;
      note(openHost(ctx, execution), toArticleEntity(ctx.article, execution), {
        isRemoved: ctx.article.becomesRemoved,
        former,
      });
    },
    asyncFunctions: scheduledFunctions,
  });
}

/**
 * Every hour, has Tracker told what it has not been told yet, whatever has kept it from that: the chain that should have told may have
 * been dropped because its user was banned, or the app disabled or replaced.
 */
export function createSweepRule() {
  return youtrack.Issue.onSchedule({
    title: 'Tell Yandex Tracker of links it does not know yet',
    cron: '0 17 * * * ?',
    search: () => toSweepQuery(youtrack),
    muteUpdateNotifications: true,
    modifyUpdatedProperties: false,
    action: (ctx: RuleContext) =>
      require('../mirroring/sweep-owed.ts').sweepOwed(openHost(ctx, openExecution(ctx)), nodeMemory),
    asyncFunctions: scheduledFunctions,
  });
}

function openExecution({ currentUser }: RuleContext): Execution {
  return { api: youtrack, user: currentUser, hasWritten: false };
}

function note(
  host: Host,
  entity: Entity,
  { isRemoved, former }: { readonly isRemoved: boolean; readonly former: string | undefined },
): void {
  if (isRemoved) require('../mirroring/note-removal.ts').noteRemoval(host, entity);
  else require('../mirroring/note-move.ts').noteMove(host, entity, former);
}
