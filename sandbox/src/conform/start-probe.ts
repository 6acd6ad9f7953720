import { join } from 'node:path';
import { z } from 'zod';
import { readFolder } from '../apps/read-folder.ts';
import { checkServer } from '../remote/check-server.ts';
import type { RemoteAnswer, YouTrackClient } from '../remote/youtrack-client.ts';
import { StartError } from '../server/start-error.ts';
import type { CleanUp } from './clean-up.ts';
import { importPackage, type PackageFiles } from './import-package.ts';
import type { Probe } from './probe.ts';

export interface ProbeSetup {
  readonly client: YouTrackClient;
  readonly cleanUp: CleanUp;
  /** What the project and the app are called. */
  readonly names: ProbeNames;
  readonly otherToken: string | null;
  /** The folder `dist/` of the sandbox, with the probe app in it. */
  readonly buildFolder: string;
}

/** Names that nothing of the server's owner has. */
export interface ProbeNames {
  readonly projectKey: string;
  readonly app: string;
}

const created = z.looseObject({ id: z.string(), idReadable: z.string().optional() });

/** Names for one run; by chance they differ from those of any other. */
export function chooseProbeNames(): ProbeNames {
  const letters = Array.from({ length: 6 }, () =>
    String.fromCharCode(65 + Math.floor(Math.random() * 26)),
  ).join('');
  return { projectKey: `CONF${letters}`, app: `conformance-probe-${letters.toLowerCase()}` };
}

/**
 * Makes the project, an issue and an article in it, and imports the probe app for this project alone. Each thing is
 * handed to the clean-up as soon as it is there.
 * @throws StartError when the token's owner may not do one of these
 */
export async function startProbe({
  client,
  cleanUp,
  names,
  otherToken,
  buildFolder,
}: ProbeSetup): Promise<Probe> {
  const { projectKey, app } = names;
  const { login, userId } = await checkServer(client);
  const project = await create(client, 'POST /api/admin/projects?fields=id', {
    what: `create a project (${login} needs "Create Project")`,
    body: { name: `Conformance probe ${projectKey}`, shortName: projectKey, leader: { id: userId } },
  });
  cleanUp.add(`the project ${projectKey}`, `DELETE /api/admin/projects/${project.id}`);
  const issue = await create(client, 'POST /api/issues?fields=id,idReadable', {
    what: `create an issue in its own project (${login} needs "Create Issue" there)`,
    body: { project: { id: project.id }, summary: 'Probe' },
  });
  const article = await create(client, 'POST /api/articles?fields=id,idReadable', {
    what: `create an article in its own project (${login} needs "Create Article" there)`,
    body: { project: { id: project.id }, summary: 'Probe', content: '' },
  });
  const { id: appId, status, text } = await importPackage(client, app, probeFiles(buildFolder, names));
  if (appId === undefined)
    throw new StartError(
      `The probe app cannot be imported (${login} needs "Update App"): ${status} ${text.slice(0, 300)}`,
    );
  cleanUp.add(`the app ${app}`, `DELETE /api/admin/apps/${appId}`);
  await attach(client, { projectId: project.id, appId });
  return {
    ...{ client, cleanUp, app, appId, projectKey, login, userId, otherToken },
    projectId: project.id,
    issue: issue.idReadable ?? '',
    issueId: issue.id,
    article: article.idReadable ?? '',
    articleId: article.id,
  };
}

/** Attaches the app where the import has not done so already. */
export async function attach(
  client: YouTrackClient,
  { projectId, appId }: { readonly projectId: string; readonly appId: string },
): Promise<void> {
  const at = `/api/admin/projects/${projectId}/appConfigurations`;
  const { json } = await client.send(`GET ${at}?fields=id,app(id)&$top=-1`);
  const isThere = Array.isArray(json) && json.some((one: { app?: { id?: string } }) => one.app?.id === appId);
  if (!isThere) await client.send(`POST ${at}?fields=id`, { body: { app: { id: appId } } });
}

async function create(
  client: YouTrackClient,
  request: string,
  { what, body }: { readonly what: string; readonly body: object },
): Promise<z.infer<typeof created>> {
  const answer = await client.send(request, { body });
  const parsed = created.safeParse(answer.json);
  if (answer.status < 300 && parsed.success) return parsed.data;
  throw new StartError(`It was not possible to ${what}: ${describe(answer)}`);
}

function describe({ status, text, json }: RemoteAnswer): string {
  const described = (json as { error_description?: unknown } | undefined)?.error_description;
  return `${status} ${typeof described === 'string' ? described : text.slice(0, 300)}`.trim();
}

/** The probe app's files; its rules are told the project they are for, and do nothing in any other. */
function probeFiles(buildFolder: string, { projectKey }: ProbeNames): PackageFiles {
  const files = [...readFolder(join(buildFolder, 'probe'))].map(([path, bytes]): [string, unknown] => {
    const text = new TextDecoder().decode(bytes).replaceAll('PROBE_PROJECT', projectKey);
    return [path, path === 'manifest.json' ? (JSON.parse(text) as unknown) : text];
  });
  return Object.fromEntries(files);
}
