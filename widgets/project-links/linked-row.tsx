import type { LinkedEntityView } from '../../src/pages/project-linked-answer.ts';
import { TrackerLink } from '../shared/components/tracker-link.tsx';
import { EntityLink } from '../shared/lists/entity-link.tsx';
import { useProjectTranslator } from './translation.ts';

/** One linked issue or article, and the Tracker issues it is linked to. */
export function LinkedRow({ entity }: { readonly entity: LinkedEntityView }) {
  const translator = useProjectTranslator();
  return (
    <li class="tl-entity">
      <EntityLink url={entity.url} entityKey={entity.key} isResolved={entity.isResolved ?? false} />
      <bdi class="tl-summary">{entity.summary}</bdi>
      <span class="tl-entity-keys">
        {entity.unreadable && <span class="tl-error">{translator.text('project.unreadable')}</span>}
        {entity.links.map(({ issueKey, url }) => (
          <TrackerLink key={issueKey} issueKey={issueKey} url={url} />
        ))}
      </span>
    </li>
  );
}
