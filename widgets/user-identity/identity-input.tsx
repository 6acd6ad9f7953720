import { Field } from '../shared/components/field.tsx';
import type { IdentityField } from './check-identity.ts';
import { useIdentityTranslator } from './translation.ts';

interface IdentityInputProps {
  readonly field: IdentityField;
  readonly value: string;
  readonly isBad: boolean;
  /** Whether it is the reader's own. */
  readonly isMine: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of the identity, with what it means and what is wrong with it. */
export function IdentityInput({ field, value, isBad, isMine, onChange }: IdentityInputProps) {
  const translator = useIdentityTranslator();
  const error = translator.text(field === 'login' ? 'identity.badLogin' : 'identity.badUid');
  return (
    <Field
      id={`tl-${field}`}
      label={translator.text(`identity.${field}`)}
      help={translator.text(isMine ? `identity.${field}Help` : `identity.${field}HelpOf`)}
      error={isBad ? error : undefined}
      value={value}
      onChange={onChange}
    />
  );
}
