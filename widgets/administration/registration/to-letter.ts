import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { RegistrationApplication } from '../../../src/registration/registration-answer.ts';
import { createTranslator } from '../../shared/i18n/create-translator.ts';
import type { Language } from '../../shared/i18n/language.ts';
import en from './letter/en.json';
import ru from './letter/ru.json';

const letters = { en, ru };

export interface LetterOptions {
  readonly language: Language;
  readonly applications: readonly RegistrationApplication[];
  /** Who is asked when something is wrong: a name, and how to reach them. */
  readonly contact: string;
  /** Of Tracker; either may be blank. */
  readonly organization: { readonly name: string; readonly id: string };
  /** What Tracker's users will read beside every link; blank or absent: the usual name in the letter's language. */
  readonly names: { readonly [Kind in EntityKind]?: string };
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Tracker's page on what to send, which leads to the form of its support. */
export function toSupportPage(language: Language): string {
  return `https://yandex.ru/support/tracker/${language}/ext-app-info`;
}

/** The name that an application has where nobody gives it another. */
export function toUsualName(kind: EntityKind, language: Language): string {
  return createTranslator(language, letters[language]).text(`letter.name.${kind}`);
}

/**
 * The letter that asks Tracker's support to register these applications: every parameter of an external application, one
 * to a line, under the names that Tracker's documentation gives them. The token itself is never in it, and nothing is said of
 * addresses that are not.
 */
export function toLetter(options: LetterOptions): Letter {
  const { language, applications, contact } = options;
  const { text } = createTranslator(language, letters[language]);
  const organization = describeOrganization(options.organization);
  const links = text(`letter.links.${howManyCreate(applications)}`);
  const hasToken = applications.some(({ access }) => access === 'token');
  const about = [
    organization && text('letter.organization', { organization }),
    contact.trim() && text('letter.contact', { contact: contact.trim() }),
  ].filter(Boolean);
  const body = [
    text('letter.greeting'),
    text('letter.request', { count: applications.length }),
    ...applications.map((application) => toParameters(application, options, text('letter.token'))),
    about.join('\n'),
    text(hasToken ? 'letter.withToken' : 'letter.withoutToken'),
    `${links} ${text('letter.parameters', { page: toSupportPage(language) })}`,
    `${text('letter.thanks')}\n${contact.trim().replace(/(?<!\s)\s*<.*/, '')}`,
  ];
  return {
    subject: organization ? text('letter.subject', { organization }) : text('letter.subject.unnamed'),
    body: body.filter((part) => part !== '').join('\n\n'),
  };
}

function describeOrganization({ name, id }: LetterOptions['organization']): string {
  const [organization, number] = [name.trim(), id.trim()];
  if (organization === '' || number === '') return organization || number;
  return `${organization} (${number})`;
}

function howManyCreate(applications: readonly RegistrationApplication[]): 'all' | 'some' | 'none' {
  const creating = applications.filter(({ createLinkUrl }) => createLinkUrl !== undefined).length;
  if (creating === 0) return 'none';
  return creating === applications.length ? 'all' : 'some';
}

function toParameters(
  application: RegistrationApplication,
  { contact, language, names }: LetterOptions,
  token: string,
): string {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ['id', application.id],
    ['name', names[application.kind]?.trim() || toUsualName(application.kind, language)],
    ['defaultIconUrl', application.defaultIconUrl],
    ['frontUrl', application.frontUrl],
    ['responsible', contact.trim()],
    ['oauthToken', application.access === 'token' ? token : undefined],
    ['entityInfoUrl', application.entityInfoUrl],
    ['createLinkUrl', application.createLinkUrl],
    ['removeLinkUrl', application.removeLinkUrl],
    ['canLinkFromFront', String(application.canLinkFromFront)],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}
