import type { YouTrackClient } from '../remote/youtrack-client.ts';

/** Remembers what was made on a server, and takes it away again. */
export interface CleanUp {
  /**
   * Remembers one thing.
   * @param what it is called: `the project CONFAB`
   * @param request removes it: `DELETE /api/admin/projects/0-7`
   * @returns removes it at once
   */
  add(what: string, request: string): () => Promise<void>;
  /** Removes what is still there, the newest first. @returns what could not be removed, one line each */
  run(): Promise<string[]>;
}

export function createCleanUp(client: YouTrackClient): CleanUp {
  const left = new Map<string, string>();
  const remove = async (what: string): Promise<string | undefined> => {
    const request = left.get(what);
    if (request === undefined) return undefined;
    const reason = await client.send(request).then(
      ({ status }) => (status < 300 || status === 404 ? undefined : `status ${status}`),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (reason === undefined) left.delete(what);
    return reason === undefined ? undefined : `${what} is still there and must be removed by hand: ${reason}`;
  };
  return {
    add(what, request) {
      left.set(what, request);
      return async () => void (await remove(what));
    },
    async run() {
      const problems: string[] = [];
      for (const what of [...left.keys()].reverse()) {
        const problem = await remove(what);
        if (problem !== undefined) problems.push(problem);
      }
      return problems;
    },
  };
}
