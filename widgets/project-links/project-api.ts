import type { ProjectLinkedAnswer } from '../../src/pages/project-linked-answer.ts';
import type { ProjectSettingsAnswer } from '../../src/pages/project-settings-answer.ts';
import type { AppClient } from '../shared/host/create-client.ts';
import type { Outcome } from '../shared/host/failure.ts';
import type { SettingsForm } from './settings-form-state.ts';

/** What the list of linked entities is asked for. */
export interface LinkedQuery {
  readonly text: string;
  readonly kind: 'all' | 'issue' | 'article';
  readonly skip: number;
}

export const pageSize = 25;

export interface ProjectApi {
  settings(): Promise<Outcome<ProjectSettingsAnswer>>;
  /** Replaces all of them; an empty text leaves it to the whole app. */
  saveSettings(form: SettingsForm): Promise<Outcome<ProjectSettingsAnswer>>;
  linked(query: LinkedQuery): Promise<Outcome<ProjectLinkedAnswer>>;
}

export function createProjectApi(client: AppClient): ProjectApi {
  const settings = { endpoint: 'project/settings', scope: 'entity' } as const;
  return {
    settings: () => client.call(settings),
    saveSettings: (body) => client.call({ ...settings, method: 'POST', body }),
    linked: ({ text, kind, skip }) =>
      client.call({
        endpoint: 'project/linked',
        scope: 'entity',
        query: { text, kind: kind === 'all' ? undefined : kind, skip: String(skip), top: String(pageSize) },
      }),
  };
}
