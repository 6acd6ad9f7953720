import { Hono } from 'hono';
import { applicationSchema, tokenSchemeSchema } from './config/application-schema.ts';
import { issueSchema } from './config/issue-schema.ts';
import { modesSchema } from './config/modes-schema.ts';
import { parseWith } from './config/parse-tracker-config.ts';
import { TrackerConfigError } from './config/tracker-config-error.ts';
import { type Faults, faultSchema } from './faults.ts';
import { queueKeyOf } from './issue-book.ts';
import { addLinkControls } from './link-controls.ts';
import { readExternalLinks } from './read-external-links.ts';
import type { Tracker } from './tracker.ts';

/**
 * What tests and people steer the stand-in with; nothing of it is Tracker's. To be mounted under `/_sandbox`. Answers JSON;
 * a bad body is 400 `{"error": sentence}`, an unknown thing 404.
 */
export function createControls(tracker: Tracker, faults: Faults): Hono {
  const controls = new Hono();
  controls.onError((error, context) => {
    if (!(error instanceof TrackerConfigError || error instanceof SyntaxError)) throw error;
    return context.json({ error: error.message }, 400);
  });
  controls.notFound((context) => context.json({ error: 'There is no such thing here.' }, 404));
  addModeControls(controls, tracker);
  addApplicationControls(controls, tracker);
  addIssueControls(controls, tracker);
  addLinkControls(controls, tracker);
  addCallControls(controls, tracker);
  addFaultControls(controls, faults);
  return controls;
}

function addModeControls(controls: Hono, { store }: Tracker): void {
  controls.get('/modes', (context) => context.json(store.modes()));
  controls.patch('/modes', async (context) => {
    const wanted = Object.entries({ ...store.modes(), ...(await context.req.json()) });
    const modes = Object.fromEntries(wanted.filter(([, value]) => value !== null));
    store.setModes(parseWith(modesSchema, modes, 'modes'));
    return context.json(store.modes());
  });
}

function addApplicationControls(controls: Hono, { store }: Tracker): void {
  controls.post('/applications', async (context) => {
    const application = parseWith(applicationSchema, await context.req.json(), 'application');
    store.register(application);
    return context.json({ id: application.id }, 201);
  });
  controls.put('/applications/:id/tokenScheme', async (context) => {
    const application = store.findApplication(context.req.param('id'));
    if (application === undefined) return context.notFound();
    const { tokenScheme } = await context.req.json();
    const scheme = parseWith(tokenSchemeSchema, tokenScheme, 'tokenScheme');
    parseWith(applicationSchema, { ...application, tokenScheme: scheme }, 'application');
    store.register({ ...application, tokenScheme: scheme });
    return context.json({ id: application.id, tokenScheme: scheme });
  });
}

function addIssueControls(controls: Hono, tracker: Tracker): void {
  const { store } = tracker;
  controls.post('/issues', async (context) => {
    const config = parseWith(issueSchema, await context.req.json(), 'issue');
    const queue = store.findQueue(queueKeyOf(config.key));
    if (queue === undefined)
      return context.json({ error: `issue.key: there is no queue ${queueKeyOf(config.key)}` }, 400);
    const { key, id } = store.putIssue(config);
    return context.json({ key, id }, 201);
  });
  controls.post('/issues/:key/move', async (context) => {
    const { queue: wanted } = await context.req.json();
    const issue = store.findIssue(context.req.param('key'));
    const queue = store.findQueue(String(wanted));
    if (issue === undefined || queue === undefined) return context.notFound();
    store.moveIssue(issue, queue);
    return context.json({ key: issue.key, aliases: issue.aliases, id: issue.id });
  });
  controls.delete('/issues/:key', (context) => {
    const issue = store.findIssue(context.req.param('key'));
    if (issue === undefined) return context.notFound();
    store.removeIssue(issue);
    return context.body(null, 204);
  });
  controls.get('/issues/:key/links', async (context) => {
    const issue = store.findIssue(context.req.param('key'));
    if (issue === undefined) return context.notFound();
    return context.json({ key: issue.key, links: await readExternalLinks(tracker, issue) });
  });
}

function addCallControls(controls: Hono, { journal }: Tracker): void {
  controls.get('/calls', (context) =>
    context.json({ calls: journal.entries(context.req.query('direction')) }),
  );
  controls.delete('/calls', (context) => {
    journal.clear();
    return context.body(null, 204);
  });
}

function addFaultControls(controls: Hono, faults: Faults): void {
  controls.get('/faults', (context) => context.json({ faults: faults.list() }));
  controls.post('/faults', async (context) => {
    faults.add(parseWith(faultSchema, await context.req.json(), 'fault'));
    return context.json({ faults: faults.list() }, 201);
  });
  controls.delete('/faults', (context) => {
    faults.clear();
    return context.body(null, 204);
  });
}
