import type { ProjectLinkedAnswer } from '../../src/pages/project-linked-answer.ts';
import type { ProjectOverviewAnswer } from '../../src/pages/project-overview-answer.ts';
import type { AppClient } from '../shared/host/create-client.ts';
import type { Outcome } from '../shared/host/failure.ts';

/** What the list of linked entities is asked for. */
export interface LinkedQuery {
  readonly text: string;
  readonly kind: 'all' | 'issue' | 'article';
  readonly skip: number;
}

export const pageSize = 25;

export interface ProjectApi {
  overview(): Promise<Outcome<ProjectOverviewAnswer>>;
  linked(query: LinkedQuery): Promise<Outcome<ProjectLinkedAnswer>>;
}

export function createProjectApi(client: AppClient): ProjectApi {
  return {
    overview: () => client.call({ endpoint: 'project/overview', scope: 'entity' }),
    linked: ({ text, kind, skip }) =>
      client.call({
        endpoint: 'project/linked',
        scope: 'entity',
        query: { text, kind: kind === 'all' ? undefined : kind, skip: String(skip), top: String(pageSize) },
      }),
  };
}
