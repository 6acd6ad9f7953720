import type {
  RegistrationAnswer,
  RegistrationApplication,
} from '../../../src/administration/registration-answer.ts';
import { createTranslator } from '../../shared/i18n/create-translator.ts';
import type { Language } from '../../shared/i18n/language.ts';
import en from './letter/en.json';
import ru from './letter/ru.json';

const letters = { en, ru };

interface LetterOptions {
  readonly language: Language;
  readonly applications: readonly RegistrationApplication[];
  readonly responsible: RegistrationAnswer['responsible'];
}

/**
 * The letter that asks Tracker's support to register these applications: every parameter of an external application, one
 * to a line, under the names that Tracker's documentation gives them. The token itself is never in it.
 */
export function toLetter({ language, applications, responsible }: LetterOptions): string {
  const { text } = createTranslator(language, letters[language]);
  const hasToken = applications.some(({ access }) => access === 'token');
  const blocks = applications.map((application) =>
    toParameters(application, responsible, text('letter.token')),
  );
  return [
    text('letter.greeting'),
    text('letter.request', { count: applications.length }),
    ...blocks,
    text(hasToken ? 'letter.withToken' : 'letter.withoutToken'),
    text('letter.encoding'),
    `${text('letter.thanks')}\n${responsible.name}`,
  ].join('\n\n');
}

function toParameters(
  application: RegistrationApplication,
  responsible: RegistrationAnswer['responsible'],
  token: string,
): string {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ['id', application.id],
    ['name', application.name],
    ['defaultIconUrl', application.defaultIconUrl],
    ['frontUrl', application.frontUrl],
    ['responsible', responsible.email ? `${responsible.name} <${responsible.email}>` : responsible.name],
    ['oauthToken', application.access === 'token' ? token : undefined],
    ['entityInfoUrl', application.entityInfoUrl],
    ['createLinkUrl', application.createLinkUrl],
    ['removeLinkUrl', application.removeLinkUrl],
    ['canLinkFromFront', String(application.canLinkFromFront)],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}
