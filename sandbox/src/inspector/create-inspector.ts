import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Sandbox } from '../ports/sandbox.ts';
import { RestError } from '../rest/rest-error.ts';
import { readViewer } from '../widget-host/choices.ts';
import type { HostedSandbox } from '../widget-host/hosted-sandbox.ts';
import { inspectorPath } from '../widget-host/inspector-path.ts';
import { createVisit, openPage, type Visit } from '../widget-host/open-page.ts';
import { acts } from './acts.ts';
import { inspectorPage, livePart, type Outcome } from './pages/inspector-page.ts';
import type { InspectorView } from './pages/view.ts';
import { inspectorTexts } from './texts.ts';

export interface InspectorOptions {
  readonly hosted: HostedSandbox;
  /** Brings back what was there right after the start; undefined where that cannot be. */
  readonly reset: (() => Promise<void>) | undefined;
  /** Whether an error says what is to be put right, rather than that the sandbox is at fault. */
  readonly isRefusal: (error: Error) => boolean;
}

/**
 * The page that shows what happens in a sandbox and does what its buttons say. Like all of the sandbox's own calls it asks for
 * no token; strangers' pages are refused before it.
 */
export function createInspector(sandbox: Sandbox, { hosted, reset, isRefusal }: InspectorOptions): Hono {
  const routes = new Hono();
  const view = ({ tx, viewer, url }: Visit): InspectorView => ({
    ...{ sandbox, tx, viewer },
    texts: inspectorTexts[viewer.locale],
    chosen: url.searchParams,
  });
  routes.get(inspectorPath, (context) => {
    const outcome = takeOutcome(context);
    const show = (visit: Visit) =>
      inspectorPage(view(visit), outcome, `${inspectorPath}/live${visit.url.search}`);
    return openPage(hosted, show)(context);
  });
  routes.get(`${inspectorPath}/live`, (context) =>
    sandbox.world.transactions.run('read', (tx) =>
      context.html(livePart(view(createVisit(context, tx, hosted)))),
    ),
  );
  routes.post(inspectorPath, async (context) => {
    leaveOutcome(context, await act(context));
    return context.redirect(inspectorPath + new URL(context.req.url).search, 303);
  });
  return routes;

  async function act(context: Context): Promise<Outcome> {
    const locale = await sandbox.world.transactions.run('read', (tx) => readViewer(context, tx).locale);
    const texts = inspectorTexts[locale];
    try {
      const form = await readForm(context);
      const wanted = acts[String(form.get('act'))];
      if (wanted === undefined) throw new RestError(400, 'The field "act" does not say what to do.');
      return { kind: 'done', text: await wanted({ sandbox, texts, reset }, form) };
    } catch (error) {
      if (error instanceof Error && isRefusal(error)) return { kind: 'refused', text: error.message };
      throw error;
    }
  }
}

async function readForm({ req }: Context): Promise<FormData> {
  const form = await req.formData().catch(() => undefined);
  if (form === undefined) throw new RestError(400, 'The inspector takes forms.');
  return form;
}

/** Whoever acts is sent to the page again, which then says once what has come of it; a reset does not take that away. */
const outcomeCookie = 'youtrack-sandbox-outcome';

/** Browsers take cookies of up to 4,096 bytes, and a Cyrillic letter is six of them in a cookie. */
const longestOutcome = 500;

function leaveOutcome(context: Context, { kind, text }: Outcome): void {
  const value = JSON.stringify([kind, shorten(text)]);
  setCookie(context, outcomeCookie, value, {
    path: inspectorPath,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 60,
  });
}

function shorten(text: string): string {
  return text.length > longestOutcome ? `${text.slice(0, longestOutcome)}…` : text;
}

function takeOutcome(context: Context): Outcome | undefined {
  const value = getCookie(context, outcomeCookie);
  if (value === undefined) return undefined;
  deleteCookie(context, outcomeCookie, { path: inspectorPath });
  try {
    const [kind, text] = JSON.parse(value);
    return { kind: kind === 'done' ? 'done' : 'refused', text: String(text) };
  } catch {
    // Somebody else's cookie: it has nothing to say here.
    return undefined;
  }
}
