import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
import { useTranslator } from '../i18n/translation.ts';

interface SuggestionListProps {
  readonly candidates: readonly Candidate[];
  /** The one that Enter would take. */
  readonly active: number | undefined;
  readonly onPoint: (index: number) => void;
  readonly onTake: (candidate: Candidate) => void;
}

/** The id of the list, and of its options by their place in it. */
export const listId = 'tl-suggestions';
export const toOptionId = (index: number): string => `${listId}-${index}`;

/** The list of a combobox: the focus stays in the field, which says which option is meant. */
export function SuggestionList({ candidates, active, onPoint, onTake }: SuggestionListProps) {
  const translator = useTranslator();
  return (
    <div id={listId} class="tl-suggestions" role="listbox" aria-label={translator.text('box.suggestions')}>
      {candidates.map((candidate, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: in a combobox the field keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={candidate.issueKey}
          id={toOptionId(index)}
          class="tl-suggestion"
          role="option"
          aria-selected={index === active}
          onPointerMove={() => onPoint(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(candidate)}
        >
          <span class={candidate.resolution === undefined ? 'tl-key' : 'tl-key tl-struck'}>
            {candidate.currentKey ?? candidate.issueKey}
          </span>
          <span class="tl-text">
            {candidate.summary !== undefined && <bdi class="tl-summary">{candidate.summary}</bdi>}
            <span class="tl-meta">
              {candidate.status !== undefined && <bdi>{candidate.status}</bdi>}
              {candidate.isLinkedNearby && <span>{translator.text('box.nearby')}</span>}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}
