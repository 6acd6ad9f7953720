import type { Ref } from 'preact';
import { useTranslator } from '../i18n/translation.ts';
import { listId, toOptionId } from '../suggesting/suggestion-list.tsx';
import { pasteAsOneLine } from './paste-as-one-line.ts';

interface BoxInputProps {
  readonly place: Ref<HTMLInputElement>;
  readonly value: string;
  readonly isError: boolean;
  readonly hasList: boolean;
  /** The option that is meant. */
  readonly active: number | undefined;
  readonly onType: (text: string) => void;
}

/** The field of a box, as a combobox with a list under it. Ring's input in its own markup: the component brings 2 kB of what is not needed here. */
export function BoxInput({ place, value, isError, hasList, active, onType }: BoxInputProps) {
  const translator = useTranslator();
  return (
    <div class="ring-input-outerContainer ring-input-sizeFULL ring-input-heightM">
      <div class="ring-input-container">
        <input
          ref={place}
          class="ring-input-input"
          role="combobox"
          aria-expanded={hasList}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : toOptionId(active)}
          value={value}
          placeholder={translator.text('box.placeholder')}
          aria-label={translator.text('box.label')}
          aria-describedby="tl-box-hint"
          aria-invalid={isError}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => onType(event.currentTarget.value)}
          onPaste={(event) => pasteAsOneLine(event, onType)}
        />
      </div>
    </div>
  );
}
