import type { OwedAnswer, OwedChangeAnswer, OwedView } from '../../../src/mirroring/owed-answer.ts';
import type { AppClient } from '../../shared/host/create-client.ts';
import type { Outcome } from '../../shared/host/failure.ts';

/** One entry of everything owed, or all of it where none is given. */
export type OwedChoice = Pick<OwedView, 'kind' | 'key' | 'issueKey'> | undefined;

/** The endpoints about what Tracker has not been told yet. */
export interface OwedApi {
  list(skip: number, top: number): Promise<Outcome<OwedAnswer>>;
  retry(choice: OwedChoice): Promise<Outcome<OwedChangeAnswer>>;
  drop(choice: NonNullable<OwedChoice>): Promise<Outcome<OwedChangeAnswer>>;
}

export function createOwedApi(client: AppClient): OwedApi {
  const change = (endpoint: string, choice: OwedChoice): Promise<Outcome<OwedChangeAnswer>> =>
    client.call({ endpoint, scope: 'global', method: 'POST', body: toFilter(choice) });
  return {
    list: (skip, top) =>
      client.call({
        endpoint: 'admin/owed',
        scope: 'global',
        query: { skip: String(skip), top: String(top) },
      }),
    retry: (choice) => change('admin/owed/retry', choice),
    drop: (choice) => change('admin/owed/drop', choice),
  };
}

function toFilter(choice: OwedChoice): OwedChoice | Record<string, never> {
  return choice === undefined ? {} : { kind: choice.kind, key: choice.key, issueKey: choice.issueKey };
}
