import type { RemoteAnswer, RemoteRequest, YouTrackClient } from '../remote/youtrack-client.ts';
import type { Answer } from './answer.ts';
import type { CleanUp } from './clean-up.ts';
import { importPackage, type PackageFiles } from './import-package.ts';

/** What the questions ask through: an app of our own in a project of our own on some server. */
export interface Probe {
  readonly client: YouTrackClient;
  readonly cleanUp: CleanUp;
  /** The app's name and id. */
  readonly app: string;
  readonly appId: string;
  readonly projectId: string;
  readonly projectKey: string;
  /** Login and internal id of the token's owner. */
  readonly login: string;
  readonly userId: string;
  /** Readable and internal id of an issue that is always there. */
  readonly issue: string;
  readonly issueId: string;
  readonly article: string;
  readonly articleId: string;
  /** Token of somebody without rights; null when nobody gave one. */
  readonly otherToken: string | null;
}

export interface ProbeCall extends RemoteRequest {
  /** The issue to ask about, instead of the one that is always there. */
  readonly on?: string;
}

const prefixes: Readonly<Record<string, (probe: Probe, on: string | undefined) => string>> = {
  issue: ({ issue }, on = issue) => `/api/issues/${on}`,
  later: ({ issue }, on = issue) => `/api/issues/${on}`,
  article: ({ article }) => `/api/articles/${article}`,
  project: ({ projectKey }) => `/api/admin/projects/${projectKey}`,
  global: () => '/api',
};

/** Where an endpoint of the probe app is: `issue/text` is the endpoint `text` of its script `issue`. */
export function addressOf(probe: Probe, endpoint: string, on?: string): string {
  const [script = ''] = endpoint.split('/');
  return `${prefixes[script]?.(probe, on) ?? ''}/extensionEndpoints/${probe.app}/${endpoint}`;
}

/** Calls an endpoint of the probe app: `callProbe(probe, 'POST issue/write?text=x')`. */
export function callProbe(
  probe: Probe,
  request: string,
  { on, ...options }: ProbeCall = {},
): Promise<RemoteAnswer> {
  const [method, endpoint = ''] = request.split(' ');
  return probe.client.send(`${method} ${addressOf(probe, endpoint, on)}`, options);
}

/** What an endpoint of the probe app says; `throws` when the script threw, `status 404` when nothing was said. */
export async function askProbe(probe: Probe, request: string, options?: ProbeCall): Promise<Answer> {
  const { status, json } = await callProbe(probe, request, options);
  if (status !== 200 || typeof json !== 'object' || json === null) return `status ${status}`;
  if ('threw' in json) return 'throws';
  return 'value' in json ? generalize(probe, json.value as Answer) : 'nothing';
}

/** A new issue in the probe's project; it goes with the project. @returns its readable id */
export async function createIssue({ client, projectId }: Probe, summary: string): Promise<string> {
  const body = { project: { id: projectId }, summary };
  const { json } = await client.send('POST /api/issues?fields=idReadable', { body });
  return String((json as { idReadable?: unknown } | undefined)?.idReadable);
}

/** Whether a server takes a package. What it took is taken away again. */
export async function tryImport(probe: Probe, files: PackageFiles): Promise<'imported' | 'refused'> {
  const undo = await importProbePart(probe, files);
  await undo?.();
  return undo === undefined ? 'refused' : 'imported';
}

/** Imports a further package under a name of the probe's. @returns what takes it away; undefined when it was refused */
export async function importProbePart(
  { client, cleanUp, app }: Probe,
  files: PackageFiles,
): Promise<(() => Promise<void>) | undefined> {
  const name = partName(app);
  const { id } = await importPackage(client, name, files);
  if (id === undefined) return undefined;
  return cleanUp.add(`the app ${name}`, `DELETE /api/admin/apps/${id}`);
}

export function partName(app: string): string {
  return `${app}-part`;
}

/** Two servers give other names to the same things: what differs for this reason alone is made alike. */
function generalize(probe: Probe, answer: Answer): Answer {
  if (typeof answer === 'string') return generalizeText(probe, answer);
  if (Array.isArray(answer)) return answer.map((one: Answer) => generalize(probe, one));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, one]) => [name, generalize(probe, one as Answer)]),
  );
}

function generalizeText(
  { client, article, articleId, issue, issueId, projectKey, app, login }: Probe,
  text: string,
) {
  const whole = new Map([
    [issueId, '<internal id>'],
    [articleId, '<internal id>'],
    [login, '<login>'],
  ]).get(text);
  if (whole !== undefined) return whole;
  return text
    .replaceAll(client.url, '<url>')
    .replaceAll(article, '<article>')
    .replaceAll(issue, '<issue>')
    .replaceAll(projectKey, '<project>')
    .replaceAll(app, '<app>');
}
