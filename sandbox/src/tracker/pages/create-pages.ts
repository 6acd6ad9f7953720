import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { addLink, removeLink } from '../change-links.ts';
import type { Application } from '../config/application-schema.ts';
import type { TrackerIssue } from '../issue-book.ts';
import type { JournalEntry } from '../journal.ts';
import { chooseLanguage, type Language, parseLanguage } from '../language.ts';
import { isLocked } from '../locked.ts';
import { requestSuggestions } from '../outgoing/call-application.ts';
import { parseSuggestions, type Suggestion } from '../outgoing/parse-suggestions.ts';
import { waitAtMost } from '../outgoing/wait-at-most.ts';
import { readExternalLinks } from '../read-external-links.ts';
import type { Tracker } from '../tracker.ts';
import { addIssueActions } from './issue-actions.ts';
import { renderLayout } from './layout.ts';
import type { AddFormState } from './render-add-form.ts';
import { renderIssue } from './render-issue.ts';
import { renderOverview } from './render-overview.ts';
import { texts } from './texts.ts';

/** No scripts at all; pictures from anywhere, since icons belong to the applications. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The pages for people: `/` and one per issue, with plain forms that do what the API does. */
export function createPages(tracker: Tracker): Hono {
  const pages = new Hono();
  pages.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    context.header('Referrer-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
  });
  pages.get('/', (context) => context.html(renderOverview(tracker.store, rememberLanguage(context))));
  pages.get('/:key', async (context) => await showIssue(tracker, context));
  pages.post('/:key/links', async (context) => await submitLink(tracker, context));
  pages.post('/:key/links/:link/remove', async (context) => await submitRemoval(tracker, context));
  const showLocked = (context: Context, issue: TrackerIssue) =>
    showForm(tracker, context, { issue, form: { problem: 'locked' } });
  addIssueActions(pages, tracker, { showLocked, showNotFound });
  pages.all('*', (context) => showNotFound(context));
  return pages;
}

async function showIssue(tracker: Tracker, context: Context): Promise<Response> {
  const wanted = context.req.param('key') ?? '';
  const issue = tracker.store.findIssue(wanted) ?? tracker.store.findIssue(wanted.toUpperCase());
  if (issue === undefined) return showNotFound(context);
  if (issue.key !== wanted) return context.redirect(`/${issue.key}`, 302);
  const { call, application, key } = context.req.query();
  const outcome = tracker.journal.find(Number(call));
  const isOfThisIssue = outcome?.direction === 'outgoing' && outcome.issueKey === issue.key;
  const suggestions = key === undefined ? undefined : await readSuggestions(tracker, application ?? '', key);
  const form = { application, key, suggestions };
  return await showForm(tracker, context, { issue, form, outcome: isOfThisIssue ? outcome : undefined });
}

interface Shown {
  readonly issue: TrackerIssue;
  readonly form: AddFormState;
  readonly outcome?: JournalEntry | undefined;
}

async function showForm(
  tracker: Tracker,
  context: Context,
  { issue, form, outcome }: Shown,
): Promise<Response> {
  const links = await readExternalLinks(tracker, issue);
  const language = rememberLanguage(context);
  const page = renderIssue({ tracker, issue, links, language, outcome, form });
  return await context.html(page, form.problem === undefined ? 200 : 422);
}

async function submitLink(tracker: Tracker, context: Context): Promise<Response> {
  const issue = tracker.store.findIssue(context.req.param('key') ?? '');
  if (issue === undefined) return showNotFound(context);
  const form = await context.req.parseBody();
  const key = String(form.key ?? '').trim();
  const application = tracker.store.findApplication(String(form.application ?? ''));
  const createdBy = tracker.store.defaultLogin();
  const problem =
    findProblem(application, key) ?? (isLocked(tracker.store, issue, createdBy) ? 'locked' : undefined);
  if (application === undefined || problem !== undefined) {
    return await showForm(tracker, context, { issue, form: { application: application?.id, key, problem } });
  }
  const wanted = { issue, application: application.id, key, createdBy, via: 'page' } as const;
  const { call } = await addLink(tracker, wanted, { backlink: true });
  return redirectToIssue(context, issue, call);
}

function findProblem(application: Application | undefined, key: string): AddFormState['problem'] {
  if (!application?.canLinkFromFront) return 'applicationRefused';
  return key === '' ? 'keyMissing' : undefined;
}

async function submitRemoval(tracker: Tracker, context: Context): Promise<Response> {
  const issue = tracker.store.findIssue(context.req.param('key') ?? '');
  if (issue === undefined) return showNotFound(context);
  const link = tracker.store.findLink(issue, Number(context.req.param('link')));
  if (link === undefined) return redirectToIssue(context, issue, undefined);
  if (isLocked(tracker.store, issue, tracker.store.defaultLogin()))
    return await showForm(tracker, context, { issue, form: { problem: 'locked' } });
  return redirectToIssue(context, issue, await removeLink(tracker, { issue, link }));
}

/** After a form the browser asks for the page anew, so that reloading it sends nothing twice. */
function redirectToIssue(context: Context, issue: TrackerIssue, call: JournalEntry | undefined): Response {
  return context.redirect(call === undefined ? `/${issue.key}` : `/${issue.key}?call=${call.id}`, 303);
}

async function readSuggestions(
  tracker: Tracker,
  application: string,
  input: string,
): Promise<readonly Suggestion[]> {
  const registered = tracker.store.findApplication(application);
  if (registered === undefined || input.trim() === '') return [];
  const call = requestSuggestions(tracker, registered, input.trim());
  const text = call && (await waitAtMost(call.done, tracker.pageWaitMs));
  return parseSuggestions(text ?? '') ?? [];
}

function showNotFound(context: Context): Response | Promise<Response> {
  const language = rememberLanguage(context);
  const t = texts[language];
  const content = html`<h1>${t.notFoundTitle}</h1><p>${t.notFound} <a href="/">${t.queues}</a></p>`;
  return context.html(renderLayout({ title: t.notFoundTitle, language, path: '/', content }), 404);
}

/** `?lang=` if given, and then kept in a cookie; else the cookie; else what the browser asks for. */
function rememberLanguage(context: Context): Language {
  const asked = parseLanguage(context.req.query('lang'));
  if (asked !== undefined) setCookie(context, 'lang', asked, { path: '/', sameSite: 'Lax' });
  return (
    asked ??
    parseLanguage(getCookie(context, 'lang')) ??
    chooseLanguage(context.req.header('accept-language'))
  );
}
