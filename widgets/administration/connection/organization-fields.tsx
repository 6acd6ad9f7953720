import Input, { Size } from '@jetbrains/ring-ui-built/components/input/input';
import { Field } from '../../shared/components/field.tsx';
import { SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import { type ConnectionForm, organizationKinds } from './connection-form.ts';

export interface FormProps {
  readonly form: ConnectionForm;
  readonly onChange: (changes: Partial<ConnectionForm>) => void;
}

/** Which organisation, and whose token. */
export function OrganizationFields({ form, onChange }: FormProps) {
  const translator = useAdminTranslator();
  return (
    <>
      <Field
        id="tl-organization"
        label={translator.text('connection.organization')}
        help={translator.text('connection.organizationHelp')}
        value={form.organizationId}
        onChange={(organizationId) => onChange({ organizationId })}
      />
      <SelectField
        id="tl-organization-kind"
        label={translator.text('connection.kind')}
        value={form.organizationKind}
        choices={organizationKinds.map((value) => ({
          value,
          label: translator.text(`connection.kind.${value}`),
        }))}
        onChange={(organizationKind) => onChange({ organizationKind })}
      />
      <Input
        id="tl-token"
        type="password"
        label={translator.text('connection.token')}
        size={Size.FULL}
        value={form.token}
        autoComplete="off"
        aria-describedby="tl-token-note"
        help={
          <span id="tl-token-note">
            {translator.text(form.isTokenStored ? 'connection.tokenStored' : 'connection.tokenHelp')}
          </span>
        }
        onChange={(event) => onChange({ token: event.currentTarget.value })}
      />
    </>
  );
}
