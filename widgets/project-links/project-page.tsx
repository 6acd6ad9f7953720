import { LinksPanel } from '../shared/links/links-panel.tsx';
import type { LinksStore } from '../shared/links/links-store.ts';
import { LinkedList } from './linked-list.tsx';
import type { ProjectApi } from './project-api.ts';
import { ProjectSettings } from './project-settings.tsx';
import { useProjectTranslator } from './translation.ts';

interface ProjectPageProps {
  readonly api: ProjectApi;
  readonly store: LinksStore;
}

/** A project's own links, what Tracker is told of it, and everything in it that is linked. */
export function ProjectPage({ api, store }: ProjectPageProps) {
  const translator = useProjectTranslator();
  return (
    <div class="tl-settings">
      <LinksPanel
        store={store}
        title={translator.text('project.ownLinks')}
        whenEmpty={translator.text('project.noOwnLinks')}
      />
      <ProjectSettings api={api} />
      <LinkedList api={api} />
    </div>
  );
}
