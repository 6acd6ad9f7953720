import { inTime } from './in-time.ts';
import type { WidgetHost } from './youtrack-app.ts';

/**
 * Reads from YouTrack's REST API. Rejects where YouTrack refuses, and where it does not answer in time: nobody waits for a host that
 * keeps silent. What changes something is not asked this way, because YouTrack first asks the person, who may take their time.
 */
export async function askYouTrack(
  host: Pick<WidgetHost, 'fetchYouTrack'>,
  url: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> {
  // Async, so that a host which throws at once rejects like any other.
  const asking = async () => ({ answer: await host.fetchYouTrack(url, { query }) });
  const told = await inTime(asking(), undefined);
  if (told === undefined) throw new Error(`YouTrack did not answer in time: ${url}`);
  return told.answer;
}
