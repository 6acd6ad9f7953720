import { LinksPanel } from '../shared/links/links-panel.tsx';
import type { LinksStore } from '../shared/links/links-store.ts';
import { EffectiveSettings } from './effective-settings.tsx';
import { LinkedList } from './linked-list.tsx';
import type { ProjectApi } from './project-api.ts';
import { useProjectTranslator } from './translation.ts';

interface ProjectPageProps {
  readonly api: ProjectApi;
  readonly store: LinksStore;
}

/** A project's own links, the settings that hold for it, and everything in it that is linked. */
export function ProjectPage({ api, store }: ProjectPageProps) {
  const translator = useProjectTranslator();
  return (
    <div class="tl-settings">
      <LinksPanel
        store={store}
        title={translator.text('project.ownLinks')}
        whenEmpty={translator.text('project.noOwnLinks')}
      />
      <EffectiveSettings api={api} />
      <LinkedList api={api} />
    </div>
  );
}
