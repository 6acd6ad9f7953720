import type { Hono } from 'hono';
import { z } from 'zod';
import { addLink, removeLink } from './change-links.ts';
import { parseWith } from './config/parse-tracker-config.ts';
import type { Tracker } from './tracker.ts';

const newLinkSchema = z.strictObject({
  application: z.string().min(1),
  key: z.string().min(1),
  /** A login. */
  by: z.string().min(1).optional(),
  via: z.enum(['page', 'api', 'trigger']).default('page'),
  /** Whether the application is told. */
  backlink: z.boolean().default(true),
});

/** Controls that make and remove links as anybody would. */
export function addLinkControls(controls: Hono, tracker: Tracker): void {
  const { store } = tracker;
  controls.post('/issues/:key/links', async (context) => {
    const wanted = parseWith(newLinkSchema, await context.req.json(), 'link');
    const { application, key, via, backlink, by: createdBy = store.defaultLogin() } = wanted;
    const issue = store.findIssue(context.req.param('key'));
    if (issue === undefined || store.findApplication(application) === undefined) return context.notFound();
    const { link } = await addLink(tracker, { issue, application, key, createdBy, via }, { backlink });
    return context.json({ id: link.id }, 201);
  });
  controls.delete('/issues/:key/links/:link', async (context) => {
    const issue = store.findIssue(context.req.param('key'));
    const link = issue && store.findLink(issue, Number(context.req.param('link')));
    if (issue === undefined || link === undefined) return context.notFound();
    await removeLink(tracker, { issue, link });
    return context.body(null, 204);
  });
}
