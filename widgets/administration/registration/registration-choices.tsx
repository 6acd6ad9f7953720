import { type EntityKind, entityKinds } from '../../../src/protocol/entity-key.ts';
import { Field } from '../../shared/components/field.tsx';
import type { Language } from '../../shared/i18n/language.ts';
import { SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { ProjectName } from '../youtrack-facts.ts';
import { toUsualName } from './to-letter.ts';

/** What the letter is to be about. */
export interface LetterChoices {
  readonly language: Language;
  readonly access: 'token' | 'guest';
  readonly kind: EntityKind | 'all';
  readonly baseUrl: string;
  /** Key of the project whose endpoint creates links without a token; empty: none. */
  readonly project: string;
  readonly organization: { readonly name: string; readonly id: string };
  /** Undefined until somebody types it: then it is the administrator who looks at the page. */
  readonly contact: string | undefined;
  readonly names: { readonly [Kind in EntityKind]?: string };
}

/** The kinds of objects the letter is about. */
export function kindsOf({ kind }: Pick<LetterChoices, 'kind'>): readonly EntityKind[] {
  return kind === 'all' ? entityKinds : [kind];
}

export function firstChoices(language: Language): LetterChoices {
  return {
    language,
    access: 'token',
    kind: 'issue',
    baseUrl: '',
    project: '',
    organization: { name: '', id: '' },
    contact: undefined,
    names: {},
  };
}

const kinds = ['issue', 'article', 'project', 'user', 'all'] as const;
const accesses = ['token', 'guest'] as const;
const languages = ['ru', 'en'] as const;

interface RegistrationChoicesProps {
  readonly choices: LetterChoices;
  readonly projects: readonly ProjectName[];
  /** The administrator who looks at the page, as a contact. */
  readonly caller: string;
  readonly onChange: (choices: LetterChoices) => void;
}

/** Everything about the letter that only the administrator can decide. */
export function RegistrationChoices({ choices, projects, caller, onChange }: RegistrationChoicesProps) {
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
      <Field
        id="tl-letter-organization"
        label={translator.text('registration.organization')}
        value={choices.organization.name}
        onChange={(name) => onChange({ ...choices, organization: { ...choices.organization, name } })}
      />
      <Field
        id="tl-letter-organization-id"
        label={translator.text('registration.organizationId')}
        value={choices.organization.id}
        onChange={(id) => onChange({ ...choices, organization: { ...choices.organization, id } })}
      />
      <Field
        id="tl-letter-contact"
        label={translator.text('registration.contact')}
        value={choices.contact ?? caller}
        onChange={(contact) => onChange({ ...choices, contact })}
      />
      {kindsOf(choices).map((kind) => (
        <Field
          key={kind}
          id={`tl-letter-name-${kind}`}
          label={translator.text(`registration.name.${kind}`)}
          value={choices.names[kind] ?? toUsualName(kind, choices.language)}
          onChange={(name) => onChange({ ...choices, names: { ...choices.names, [kind]: name } })}
        />
      ))}
    </div>
  );
}
