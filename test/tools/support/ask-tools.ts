import { mirroredWorld } from '../../mirroring/support/mirrored-world.ts';
import type { Answered, TwoSides } from '../../mirroring/support/two-sides.ts';

/** The mirrored world with an issue that boris alone sees, and one of a project that the app is not attached to. */
export function toolsWorld() {
  const world = mirroredWorld();
  const app = world.apps['tracker-links'];
  return {
    ...world,
    permissions: [...world.permissions, { user: 'rita', project: 'OPS', keys: ['LINK_ISSUE'] }],
    projects: [...world.projects, { key: 'FAR', name: 'Без приложения', leader: 'jane' }],
    issues: [
      ...world.issues,
      { id: 'DEMO-7', summary: 'Зарплаты', reporter: 'boris', permittedUsers: ['boris'] },
      { id: 'OPS-1', summary: 'Заменить диск', reporter: 'jane' },
      { id: 'FAR-1', summary: 'Далёкое дело', reporter: 'jane' },
    ],
    apps: { 'tracker-links': { ...app, projects: ['DEMO', 'OPS'] } },
  };
}

/** What a tool gave: its structured result, or the sentence it failed with. */
export type ToolAnswer = { readonly result: unknown } | { readonly failed: string };

/** Calls a tool as an agent does, over the Model Context Protocol. */
export async function callTool(
  sides: TwoSides,
  tool: string,
  given: unknown,
  login = 'jane',
): Promise<ToolAnswer> {
  const params = { name: `tracker-links_${tool}`, arguments: given };
  const { result } = await askMcp(sides, 'tools/call', params, login);
  const { content, structuredContent, isError } = result as {
    readonly content: readonly { readonly text: string }[];
    readonly structuredContent?: unknown;
    readonly isError?: boolean;
  };
  return isError ? { failed: content[0]?.text ?? '' } : { result: structuredContent };
}

/** One request of the protocol. */
export async function askMcp(
  { running }: TwoSides,
  method: string,
  params: unknown,
  login = 'jane',
): Promise<{ readonly result?: unknown }> {
  const response = await fetch(`${running.youtrack}/mcp?customToolPackages=tracker-links`, {
    method: 'POST',
    headers: {
      authorization: `Bearer perm:${login}`,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return (await response.json()) as { readonly result?: unknown };
}

/** Applies a command to issues, as the command window does. */
export function applyCommand(
  { askYouTrack }: TwoSides,
  query: string,
  issues: readonly string[],
  login = 'jane',
): Promise<Answered> {
  const body = { query, issues: issues.map((idReadable) => ({ idReadable })) };
  return askYouTrack('POST', '/api/commands', body, login);
}
