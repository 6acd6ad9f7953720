import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { chooseLanguage, type Language } from '../language.ts';

/**
 * Refusals of the API. The statuses are of Tracker's documentation; its texts are documented nowhere, so these are our own
 * (the text of `combined` is the documented one).
 */
const refusals = {
  badJson: {
    status: 400,
    ru: 'Тело запроса не является корректным JSON.',
    en: 'The request body is not valid JSON.',
  },
  badPage: {
    status: 400,
    ru: 'Недопустимое значение page или perPage.',
    en: 'The value of page or perPage is not valid.',
  },
  combined: {
    status: 400,
    ru: 'Можно использовать только keys, очередь или поисковый запрос.',
    en: 'You can only use keys, a queue, or a search query',
  },
  queryNotEmulated: {
    status: 400,
    ru: 'Имитация Трекера в песочнице не понимает этого запроса: она знает Summary, Queue, Key, слова, AND и Sort By.',
    en: "The sandbox's Tracker stand-in does not understand this query: it knows Summary, Queue, Key, words, AND and Sort By.",
  },
  noOrganization: {
    status: 400,
    ru: 'Не указана организация: нужен заголовок X-Org-ID или X-Cloud-Org-ID.',
    en: 'No organization is given: the header X-Org-ID or X-Cloud-Org-ID is needed.',
  },
  otherOrganization: {
    status: 403,
    ru: 'Нет доступа к этой организации.',
    en: 'You have no access to this organization.',
  },
  unauthorized: { status: 401, ru: 'Требуется авторизация.', en: 'Authentication required' },
  noIssue: { status: 404, ru: 'Задача не существует.', en: 'Issue does not exist.' },
  noLink: { status: 404, ru: 'Внешняя связь не существует.', en: 'External link does not exist.' },
  noQueue: { status: 404, ru: 'Очередь не существует.', en: 'Queue does not exist.' },
  notEmulated: {
    status: 404,
    ru: 'Имитация Трекера в песочнице не поддерживает этот запрос.',
    en: "The sandbox's Tracker stand-in does not emulate this request.",
  },
  conflict: { status: 409, ru: 'Такая связь уже есть.', en: 'There is such a link already.' },
  locked: {
    status: 423,
    ru: 'Редактирование задачи заблокировано: достигнут предел числа изменений.',
    en: 'Edits of this issue are disabled: the limit of changes is reached.',
  },
  tooMany: { status: 429, ru: 'Слишком много запросов.', en: 'Too many requests.' },
  invalid: { status: 422, ru: 'Ошибка валидации.', en: 'Validation failed.' },
  injected: { status: 500, ru: 'Сбой по заказу.', en: 'A failure that was asked for.' },
} as const;

export type Refusal = keyof typeof refusals;

/** Texts for a single field of a body. */
const fieldProblems = {
  required: { ru: 'Обязательное поле.', en: 'This field is required.' },
  unknownApplication: { ru: 'Приложение не зарегистрировано.', en: 'No such application is registered.' },
  onlyRelates: { ru: 'Поддерживается только RELATES.', en: 'Only RELATES is emulated.' },
} as const;

export type FieldProblem = keyof typeof fieldProblems;

export interface RefusalDetails {
  readonly status?: number;
  readonly errors?: Readonly<Record<string, FieldProblem>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tracker's error body `{"statusCode"?,"errors":{field:message},"errorMessages":[message]}`, Russian unless asked otherwise. */
export function refuse(context: Context, refusal: Refusal, details: RefusalDetails = {}): Response {
  const language = chooseLanguage(context.req.header('accept-language'));
  const status = details.status ?? refusals[refusal].status;
  const isBare: unknown = context.get('hasBareErrors');
  const body = {
    ...(isBare === true ? {} : { statusCode: status }),
    errors: toErrors(details.errors ?? {}, language),
    errorMessages: details.errors === undefined ? [refusals[refusal][language]] : [],
  };
  return context.json(body, status as ContentfulStatusCode, { ...details.headers });
}

function toErrors(
  problems: Readonly<Record<string, FieldProblem>>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, fieldProblems[problem][language]]),
  );
}
