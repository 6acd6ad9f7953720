import type { Answer } from '../answer.ts';
import { askProbe, callProbe, createIssue, type Probe } from '../probe.ts';
import type { Question } from '../question.ts';
import { attach } from '../start-probe.ts';

const firstHalf = (id: unknown) => (typeof id === 'string' ? (id.split('-')[0] ?? '') : 'none');

async function askPrefixes({ client, issue, article, projectId }: Probe): Promise<Answer> {
  const comment = await client.send(`POST /api/issues/${issue}/comments?fields=id`, {
    body: { text: 'Probe' },
  });
  const [asIssue, asArticle, me] = await Promise.all([
    client.send(`GET /api/issues/${issue}?fields=id`),
    client.send(`GET /api/articles/${article}?fields=id`),
    client.send('GET /api/users/me?fields=id'),
  ]);
  const idOf = ({ json }: { json: unknown }) => firstHalf((json as { id?: unknown } | undefined)?.id);
  return {
    project: firstHalf(projectId),
    user: idOf(me),
    issue: idOf(asIssue),
    comment: idOf(comment),
    article: idOf(asArticle),
  };
}

/** Moves an issue into a second project of our own and back. */
async function askMoving(probe: Probe): Promise<Answer> {
  const { client, cleanUp, projectId, projectKey } = probe;
  const issue = await createIssue(probe, 'moves');
  const body = {
    name: `Conformance probe ${projectKey}X`,
    shortName: `${projectKey}X`,
    leader: { id: probe.userId },
  };
  const { json, status } = await client.send('POST /api/admin/projects?fields=id', { body });
  const id = (json as { id?: string } | undefined)?.id;
  if (id === undefined) return `a second project cannot be created: status ${status}`;
  const undo = cleanUp.add(`the project ${projectKey}X`, `DELETE /api/admin/projects/${id}`);
  const number = (text: unknown) => Number(String(text).split('-').at(-1));
  const move = async (to: string) => {
    await client.send(`POST /api/issues/${issue}/project?fields=id`, { body: { id: to } });
    const found = await client.send(`GET /api/issues/${issue}?fields=idReadable,project(id)`);
    return found.json as { idReadable?: string; project?: { id?: string } } | undefined;
  };
  const there = await move(id);
  const back = await move(projectId);
  await undo();
  return {
    'the former id keeps working': there?.project?.id === id,
    'moved back it has': number(back?.idReadable) === number(issue) ? 'its former number' : 'a new number',
  };
}

/** Comes last: the app is detached and attached again. */
async function askDetaching(probe: Probe): Promise<Answer> {
  const { client, projectId, appId } = probe;
  const on = await createIssue(probe, 'detached');
  await callProbe(probe, 'POST issue/write?text=kept', { on });
  const at = `/api/admin/projects/${projectId}/appConfigurations`;
  const { json } = await client.send(`GET ${at}?fields=id,app(id)&$top=-1`);
  const usages = Array.isArray(json) ? (json as readonly { id?: string; app?: { id?: string } }[]) : [];
  const usage = usages.find(({ app }) => app?.id === appId);
  await client.send(`DELETE ${at}/${usage?.id ?? ''}`);
  const { status } = await callProbe(probe, 'GET issue/text', { on });
  await attach(client, { projectId, appId });
  const text = await askProbe(probe, 'GET issue/text', { on });
  return {
    'while detached': status,
    'attached again': text === 'kept' ? 'the value is still there' : 'the value is gone',
  };
}

/** What becomes of entities and of what is stored at them. */
export const entityQuestions: readonly Question[] = [
  {
    id: 'id-prefixes',
    asks: 'With which number do internal ids of each kind begin?',
    standing: '?',
    known: 'some are in JetBrains’ REST examples; numbers differ from server to server',
    ask: askPrefixes,
  },
  {
    id: 'moved-back',
    asks: 'Which number has an issue that is moved to another project and back?',
    standing: '?',
    known: 'former ids keep working; which number it gets is not said',
    ask: askMoving,
  },
  {
    id: 'detached-app-keeps-values',
    asks: 'Does detaching an app from a project take the extension properties of the project’s issues?',
    standing: '?',
    known: 'detaching removes “all app project data”; whether that means these is not said',
    ask: askDetaching,
  },
];
