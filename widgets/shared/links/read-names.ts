import type { QueuesAnswer } from '../../../src/pages/queues-answer.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { AppClient } from '../host/create-client.ts';
import { inTime } from '../host/in-time.ts';
import type { WidgetHost } from '../host/youtrack-app.ts';
import type { KnownNames } from '../pasting/paste.ts';

/** A person who pressed Enter waits for it; without an answer one goes by the spelling. */
const patienceMs = 2_000;

interface NamesOptions {
  readonly client: AppClient;
  readonly host: Pick<WidgetHost, 'fetchYouTrack'>;
  readonly kind: EntityKind;
}

/** Queues that are linked already, from the app, and the projects the person may see, from YouTrack. Never fails. */
export async function readNames({ client, host, kind }: NamesOptions): Promise<KnownNames> {
  const asking = async () =>
    await host.fetchYouTrack('admin/projects', { query: { fields: 'shortName', $top: '1000' } });
  const [queues, projects] = await Promise.all([
    inTime(client.call<QueuesAnswer>({ endpoint: `${kind}/queues`, scope: 'entity' }), undefined, patienceMs),
    inTime(
      asking().catch(() => undefined),
      undefined,
      patienceMs,
    ),
  ]);
  return {
    queues: new Set(queues?.ok ? queues.data.queues : []),
    projects: new Set(toShortNames(projects)),
  };
}

function toShortNames(answer: unknown): string[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((project: unknown) =>
    typeof project === 'object' &&
    project !== null &&
    'shortName' in project &&
    typeof project.shortName === 'string'
      ? [project.shortName.toUpperCase()]
      : [],
  );
}
