import type { ConnectionAnswer } from '../../../src/checks/connection-answer.ts';
import { entityKinds } from '../../../src/protocol/entity-key.ts';
import { type Choice, SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import { audiences } from './connection-form.ts';
import type { FormProps } from './organization-fields.tsx';

interface ApplicationFieldsProps extends FormProps {
  /** What Tracker said last, if it has. */
  readonly answer: ConnectionAnswer | undefined;
}

/** Which of Tracker's applications stands for which kind of objects, and who is shown what Tracker says. */
export function ApplicationFields({ form, answer, onChange }: ApplicationFieldsProps) {
  const translator = useAdminTranslator();
  const known = answer?.applications ?? [];
  const none = { value: '', label: translator.text('connection.noApplication') };
  return (
    <>
      {entityKinds.map((kind) => {
        const chosen = form.applications[kind];
        return (
          <SelectField
            key={kind}
            id={`tl-application-${kind}`}
            label={translator.text(`connection.application.${kind}`)}
            value={chosen}
            choices={[none, ...toChoices(known, chosen)]}
            error={
              answer?.applications !== undefined && chosen !== '' && !known.some(({ id }) => id === chosen)
                ? translator.text('connection.unknownApplication')
                : undefined
            }
            onChange={(id) => onChange({ applications: { ...form.applications, [kind]: id } })}
          />
        );
      })}
      <SelectField
        id="tl-audience"
        label={translator.text('connection.audience')}
        help={translator.text('connection.audienceHelp')}
        value={form.audience}
        choices={audiences.map((value) => ({
          value,
          label: translator.text(`connection.audience.${value}`),
        }))}
        onChange={(audience) => onChange({ audience })}
      />
    </>
  );
}

/** By name; names that are the same are told apart by their ids. What is chosen can be kept, whatever Tracker lists. */
function toChoices(
  known: NonNullable<ConnectionAnswer['applications']>,
  chosen: string,
): readonly Choice<string>[] {
  const choices = known.map(({ id, name }) => {
    const isAmbiguous = known.filter((one) => one.name === name).length > 1;
    return { value: id, label: isAmbiguous ? `${name} (${id})` : name };
  });
  const isListed = chosen === '' || known.some(({ id }) => id === chosen);
  return isListed ? choices : [...choices, { value: chosen, label: chosen }];
}
