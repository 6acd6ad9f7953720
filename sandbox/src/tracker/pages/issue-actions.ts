import type { Context, Hono } from 'hono';
import type { TrackerIssue } from '../issue-book.ts';
import { isLocked } from '../locked.ts';
import type { Tracker } from '../tracker.ts';

/** How a page answers that an issue takes no more changes, and that something is not there. */
export interface Refusals {
  readonly showLocked: (context: Context, issue: TrackerIssue) => Response | Promise<Response>;
  readonly showNotFound: (context: Context) => Response | Promise<Response>;
}

/** What the forms below an issue do: move it to another queue, delete it. */
export function addIssueActions(
  pages: Hono,
  { store }: Tracker,
  { showLocked, showNotFound }: Refusals,
): void {
  pages.post('/:key/move', async (context) => {
    const issue = store.findIssue(context.req.param('key'));
    const { queue: wanted } = await context.req.parseBody();
    const queue = store.findQueue(String(wanted));
    if (issue === undefined || queue === undefined) return showNotFound(context);
    if (isLocked(store, issue, store.defaultLogin())) return showLocked(context, issue);
    store.moveIssue(issue, queue);
    return context.redirect(`/${issue.key}`, 303);
  });
  pages.post('/:key/delete', (context) => {
    const issue = store.findIssue(context.req.param('key'));
    if (issue === undefined) return showNotFound(context);
    store.removeIssue(issue);
    return context.redirect('/', 303);
  });
}
