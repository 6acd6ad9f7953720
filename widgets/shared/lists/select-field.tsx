import chevronDownIcon from '@jetbrains/icons/chevron-down';
import { Icon } from '../components/icon.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectFieldProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/**
 * A labelled choice. The browser's own select in Ring's clothes: Ring's select weighs 50 kB, and its list would be cut
 * off at the edge of a widget's frame where the browser's is not.
 */
export function SelectField<Value extends string>({
  id,
  label,
  value,
  choices,
  help,
  error,
  onChange,
}: SelectFieldProps<Value>) {
  function choose(chosen: string): void {
    const choice = choices.find((candidate) => candidate.value === chosen);
    if (choice !== undefined) onChange(choice.value);
  }
  const note = error ?? help;
  const noteId = `${id}-note`;
  return (
    <div class="ring-input-outerContainer ring-input-heightM tl-select">
      <label for={id} class="ring-control-label-label ring-control-label-secondaryLabel">
        {label}
      </label>
      <div class="ring-input-container">
        <select
          id={id}
          class="ring-input-input"
          value={value}
          aria-invalid={error !== undefined}
          aria-describedby={note === undefined ? undefined : noteId}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon glyph={chevronDownIcon} class="tl-select-icon" />
      </div>
      {note !== undefined && (
        <div
          id={noteId}
          class={`tl-select-note ${error === undefined ? 'ring-control-help-help' : 'ring-input-errorText'}`}
        >
          {note}
        </div>
      )}
    </div>
  );
}
