import Input, { Size } from '@jetbrains/ring-ui-built/components/input/input';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A labelled text field. Its help or error is read out with it. */
export function Field({ id, label, value, help, error, onChange }: FieldProps) {
  const noteId = `${id}-note`;
  return (
    <Input
      id={id}
      label={label}
      size={Size.FULL}
      value={value}
      autoComplete="off"
      spellcheck={false}
      aria-describedby={noteId}
      aria-invalid={error !== undefined}
      error={error && <span id={noteId}>{error}</span>}
      help={help && <span id={noteId}>{help}</span>}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
