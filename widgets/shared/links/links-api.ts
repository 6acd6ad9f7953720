import type { PanelAnswer } from '../../../src/pages/panel-answer.ts';
import type { CreateAnswer, RemoveAnswer, ScheduledAnswer } from '../../../src/protocol/answers.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { AppClient } from '../host/create-client.ts';
import type { Outcome } from '../host/failure.ts';

/** The endpoints of the widget's own entity. Each may be repeated without doubling anything. */
export interface LinksApi {
  read(): Promise<Outcome<PanelAnswer>>;
  create(issueKey: string): Promise<Outcome<CreateAnswer>>;
  remove(issueKey: string): Promise<Outcome<RemoveAnswer | ScheduledAnswer>>;
}

export function createLinksApi(client: AppClient, kind: EntityKind): LinksApi {
  const links = { endpoint: `${kind}/links`, scope: 'entity' } as const;
  return {
    read: () => client.call({ endpoint: `${kind}/panel`, scope: 'entity' }),
    create: (issueKey) => client.call({ ...links, method: 'POST', body: { issueKey } }),
    remove: (issueKey) => client.call({ ...links, method: 'DELETE', query: { issueKey } }),
  };
}
