import { useId, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { Field } from '../../shared/components/field.tsx';
import { useAdminTranslator } from '../translation.ts';

interface ForgetFormProps {
  readonly entityKey: string;
  readonly onForget: () => void;
  readonly onKeep: () => void;
}

/** What is forgotten cannot be brought back: the key is typed to confirm it. */
export function ForgetForm({ entityKey, onForget, onKeep }: ForgetFormProps) {
  const translator = useAdminTranslator();
  const id = useId();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim().toUpperCase() === entityKey.toUpperCase();
  return (
    <form
      class="tl-form tl-forget"
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed) onForget();
      }}
    >
      <Field
        id={id}
        label={translator.text('audit.forgetType', { key: entityKey })}
        help={translator.text('audit.forgetWhat')}
        value={typed}
        onChange={setTyped}
      />
      <div class="tl-buttons">
        <Button danger type="submit" disabled={!isConfirmed}>
          {translator.text('audit.forgetNow')}
        </Button>
        <Button onClick={onKeep}>{translator.text('audit.forgetNot')}</Button>
      </div>
    </form>
  );
}
