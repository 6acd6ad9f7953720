import type { Frame } from '../frame.ts';
import { appUrl } from './app-url.ts';
import { confirmRequest } from './confirm-request.ts';
import { failAsAsked } from './fail-as-asked.ts';
import { state } from './state.ts';
import type { WidgetRequest } from './widget-request.ts';

/** `host.fetchYouTrack`: a request to the REST API as the reader; what changes something is confirmed first. */
export async function fetchYouTrack(frame: Frame, path: string, request: WidgetRequest): Promise<unknown> {
  const url = toUrl(path, request);
  const { method } = request;
  const isChange = method !== 'GET' && method !== 'HEAD';
  if (isChange && !(await confirmRequest(frame, method, url)))
    throw new Error('The user refused the request.');
  return send(url, request);
}

/** `host.fetchApp`: a request to a handler of the widget's own app. With `scope` to that of the widget's entity. */
export async function fetchApp(frame: Frame, path: string, request: WidgetRequest): Promise<unknown> {
  if (request.scope && frame.scopePath === null) {
    throw new Error(
      `fetchApp: the widget ${frame.key} has no entity, so there is nothing that "scope: true" could mean.`,
    );
  }
  const place = {
    origin: location.origin,
    app: frame.app,
    scopePath: request.scope ? (frame.scopePath ?? '') : '',
  };
  const url = appUrl(place, path);
  if (url === undefined) throw new Error(`fetchApp reaches endpoints of ${frame.app} only, not ${path}.`);
  return send(addQuery(url, request), request);
}

function toUrl(path: string, request: WidgetRequest): URL {
  const url = new URL(`/api/${path.replace(/^\/+/, '')}`, location.origin);
  if (!url.pathname.startsWith('/api/')) throw new Error(`Only URLs below /api can be reached, not ${path}.`);
  return addQuery(url, request);
}

function addQuery(url: URL, { query }: WidgetRequest): URL {
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url;
}

async function send(url: URL, request: WidgetRequest): Promise<unknown> {
  await failAsAsked();
  const headers = new Headers({ Accept: 'application/json', 'Content-Type': 'application/json' });
  for (const [name, value] of request.headers) headers.set(name, value);
  if (state.token !== null) headers.set('Authorization', `Bearer ${state.token}`);
  const response = await fetch(url, { method: request.method, headers, body: request.body });
  if (response.ok) return parse(response);
  console.warn(`${request.method} ${url.pathname} was answered ${response.status}`, await response.text());
  throw new Error('The request failed.');
}

/** JSON as it is, other text as `{data}`, an empty or broken body as undefined. Source: Ring UI's `http`. */
async function parse(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.headers.get('Content-Type')?.includes('application/json')) return { data: text };
  try {
    return JSON.parse(text);
  } catch {
    // Nothing is lost: a widget could do nothing with half an answer.
    return undefined;
  }
}
