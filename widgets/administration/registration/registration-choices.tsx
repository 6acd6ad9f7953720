import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import { Field } from '../../shared/components/field.tsx';
import type { Language } from '../../shared/i18n/language.ts';
import { SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { ProjectName } from '../youtrack-facts.ts';

/** What the letter is to be about. */
export interface LetterChoices {
  readonly language: Language;
  readonly access: 'token' | 'guest';
  readonly kind: EntityKind | 'all';
  readonly baseUrl: string;
  /** Key of the project whose endpoint creates links without a token; empty: none. */
  readonly project: string;
}

export function firstChoices(language: Language): LetterChoices {
  return { language, access: 'token', kind: 'issue', baseUrl: '', project: '' };
}

const kinds = ['issue', 'article', 'project', 'user', 'all'] as const;
const accesses = ['token', 'guest'] as const;
const languages = ['ru', 'en'] as const;

interface RegistrationChoicesProps {
  readonly choices: LetterChoices;
  readonly projects: readonly ProjectName[];
  readonly onChange: (choices: LetterChoices) => void;
}

/** Everything about the letter that only the administrator can decide. */
export function RegistrationChoices({ choices, projects, onChange }: RegistrationChoicesProps) {
  const translator = useAdminTranslator();
  return (
    <div class="tl-filters">
      <SelectField
        id="tl-letter-kind"
        label={translator.text('registration.kind')}
        value={choices.kind}
        choices={kinds.map((value) => ({ value, label: translator.text(`registration.kind.${value}`) }))}
        onChange={(kind) => onChange({ ...choices, kind })}
      />
      <SelectField
        id="tl-letter-access"
        label={translator.text('registration.access')}
        value={choices.access}
        choices={accesses.map((value) => ({ value, label: translator.text(`registration.access.${value}`) }))}
        onChange={(access) => onChange({ ...choices, access })}
      />
      {choices.access === 'guest' && (
        <SelectField
          id="tl-letter-project"
          label={translator.text('registration.project')}
          value={choices.project}
          choices={[
            { value: '', label: translator.text('registration.noProject') },
            ...projects.map(({ key, name }) => ({ value: key, label: `${key} · ${name}` })),
          ]}
          onChange={(project) => onChange({ ...choices, project })}
        />
      )}
      <SelectField
        id="tl-letter-language"
        label={translator.text('registration.language')}
        value={choices.language}
        choices={languages.map((value) => ({
          value,
          label: translator.text(`registration.language.${value}`),
        }))}
        onChange={(language) => onChange({ ...choices, language })}
      />
      <Field
        id="tl-base-url"
        label={translator.text('registration.baseUrl')}
        value={choices.baseUrl}
        onChange={(baseUrl) => onChange({ ...choices, baseUrl })}
      />
    </div>
  );
}
