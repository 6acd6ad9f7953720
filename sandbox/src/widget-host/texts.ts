import type { Locale } from './frame.ts';

/** What the sandbox's own pages say. */
export interface Texts {
  readonly sandbox: string;
  readonly projects: string;
  readonly issues: string;
  readonly articles: string;
  readonly users: string;
  readonly apps: string;
  readonly dashboard: string;
  readonly inspector: string;
  readonly administration: string;
  readonly lookingAs: string;
  readonly guest: string;
  readonly language: string;
  readonly theme: string;
  readonly light: string;
  readonly dark: string;
  readonly system: string;
  readonly apply: string;
  readonly close: string;
  readonly allow: string;
  readonly refuse: string;
  readonly confirmRequest: string;
  readonly more: string;
  readonly created: string;
  readonly updated: string;
  readonly by: string;
  readonly links: string;
  readonly comments: string;
  readonly noComments: string;
  readonly subArticles: string;
  readonly leader: string;
  readonly archived: string;
  readonly banned: string;
  readonly resolved: string;
  readonly overview: string;
  readonly settings: string;
  readonly profile: string;
  readonly none: string;
  readonly refresh: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly signInHint: string;
  readonly noWidgets: string;
  readonly inactive: string;
  readonly server: string;
  readonly log: string;
  readonly helpdeskOnly: string;
  readonly importFailed: string;
  readonly olderAnswers: string;
  readonly widgetFailed: string;
}

const en: Texts = {
  sandbox: 'YouTrack sandbox',
  projects: 'Projects',
  issues: 'Issues',
  articles: 'Articles',
  users: 'Users',
  apps: 'Apps',
  dashboard: 'Dashboard',
  inspector: 'Inspector',
  administration: 'Administration',
  lookingAs: 'Looking as',
  guest: 'guest',
  language: 'Language',
  theme: 'Theme',
  light: 'light',
  dark: 'dark',
  system: 'as the system',
  apply: 'Apply',
  close: 'Close',
  allow: 'Allow',
  refuse: 'Cancel',
  confirmRequest: 'The app “{app}” wants to send {request} on your behalf. Allow it from now on?',
  more: 'More',
  created: 'Created',
  updated: 'Updated',
  by: 'by',
  links: 'Links',
  comments: 'Comments',
  noComments: 'No comments yet',
  subArticles: 'Sub-articles',
  leader: 'Lead',
  archived: 'archived',
  banned: 'banned',
  resolved: 'resolved',
  overview: 'Overview',
  settings: 'Settings',
  profile: 'Profile',
  none: 'None',
  refresh: 'Refresh',
  notFound: 'There is nothing here',
  notFoundHint:
    'Either it does not exist, or {user} may not see it. Look as somebody else, or go back to the start.',
  signInHint: 'Choose above as whom you look at these pages. Over REST, the token of a user is perm:<login>.',
  noWidgets: 'No installed app shows a widget here.',
  inactive: 'inactive',
  server: 'the server',
  log: 'Log',
  helpdeskOnly: 'YouTrack offers this channel in helpdesk projects only.',
  importFailed: '{path} cannot be imported',
  olderAnswers: 'Until it can, the version before it answers.',
  widgetFailed: 'Something has failed in this widget',
};

const ru: Texts = {
  sandbox: 'Песочница YouTrack',
  projects: 'Проекты',
  issues: 'Задачи',
  articles: 'Статьи',
  users: 'Пользователи',
  apps: 'Приложения',
  dashboard: 'Дашборд',
  inspector: 'Инспектор',
  administration: 'Администрирование',
  lookingAs: 'Смотреть как',
  guest: 'гость',
  language: 'Язык',
  theme: 'Тема',
  light: 'светлая',
  dark: 'тёмная',
  system: 'как в системе',
  apply: 'Применить',
  close: 'Закрыть',
  allow: 'Разрешить',
  refuse: 'Отмена',
  confirmRequest: 'Приложение «{app}» хочет отправить {request} от вашего имени. Разрешить это впредь?',
  more: 'Ещё',
  created: 'Создано',
  updated: 'Обновлено',
  by: '—',
  links: 'Связи',
  comments: 'Комментарии',
  noComments: 'Комментариев пока нет',
  subArticles: 'Вложенные статьи',
  leader: 'Руководитель',
  archived: 'в архиве',
  banned: 'заблокирован',
  resolved: 'решена',
  overview: 'Обзор',
  settings: 'Настройки',
  profile: 'Профиль',
  none: 'Нет',
  refresh: 'Обновить',
  notFound: 'Здесь ничего нет',
  notFoundHint:
    'Такого объекта нет, или его не видит {user}. Посмотрите от имени другого пользователя или вернитесь в начало.',
  signInHint:
    'Выше можно выбрать, чьими глазами смотреть на эти страницы. Токен пользователя для REST — perm:<логин>.',
  noWidgets: 'Ни одно установленное приложение не показывает здесь виджетов.',
  inactive: 'неактивно',
  server: 'сервер',
  log: 'Журнал',
  helpdeskOnly: 'YouTrack предлагает этот канал только в проектах службы поддержки.',
  importFailed: 'Не удалось импортировать {path}',
  olderAnswers: 'Пока ошибка не исправлена, отвечает предыдущая версия.',
  widgetFailed: 'В этом виджете произошла ошибка',
};

export const texts: Readonly<Record<Locale, Texts>> = { en, ru };
