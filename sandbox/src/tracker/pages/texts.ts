import type { Language } from '../language.ts';

/** Every text of the pages. Names of things in Tracker's own words, as its documentation has them in each language. */
export interface Texts {
  readonly title: string;
  readonly standIn: string;
  readonly otherLanguage: string;
  readonly queues: string;
  readonly path: string;
  readonly noQueues: string;
  readonly noIssues: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
  readonly status: string;
  readonly resolution: string;
  readonly assignee: string;
  readonly deadline: string;
  readonly updated: string;
  readonly type: string;
  readonly priority: string;
  readonly formerKeys: string;
  readonly none: string;
  readonly overdue: string;
  readonly externalLinks: string;
  readonly noLinks: string;
  readonly late: string;
  readonly failed: string;
  readonly deviates: string;
  readonly viaPage: string;
  readonly viaApi: string;
  readonly viaTrigger: string;
  readonly actions: string;
  readonly moveTo: string;
  readonly move: string;
  readonly deleteIssue: string;
  readonly remove: string;
  readonly addLink: string;
  readonly application: string;
  readonly objectKey: string;
  readonly add: string;
  readonly find: string;
  readonly found: string;
  readonly foundNothing: string;
  readonly linkFound: string;
  readonly noApplications: string;
  readonly notFromHere: string;
  readonly keyMissing: string;
  readonly applicationRefused: string;
  readonly locked: string;
  readonly told: string;
  readonly notTold: string;
  readonly stillTelling: string;
  readonly calls: string;
  readonly callsNote: string;
  readonly noCalls: string;
  readonly underWay: string;
}

const en: Texts = {
  title: 'Tracker',
  standIn: 'stand-in for the sandbox',
  otherLanguage: 'По-русски',
  queues: 'Queues',
  path: 'Where this issue is',
  noQueues: 'The world file has no Tracker queues. Add a "tracker" section to it.',
  noIssues: 'No issues in this queue.',
  notFoundTitle: 'Not found',
  notFound: 'There is no such issue or page.',
  status: 'Status',
  resolution: 'Resolution',
  assignee: 'Assignee',
  deadline: 'Deadline',
  updated: 'Updated',
  type: 'Type',
  priority: 'Priority',
  formerKeys: 'Former keys',
  none: 'none',
  overdue: 'overdue',
  externalLinks: 'External links',
  noLinks: 'This issue has no external links yet.',
  late: 'The application has not answered yet. Reload the page to ask again.',
  failed: 'The application could not say what this is',
  deviates: 'The answer departs from the protocol',
  viaPage: 'Linked here by a person',
  viaApi: 'Linked by a service',
  viaTrigger: 'Linked by a trigger',
  actions: 'What can be done to this issue',
  moveTo: 'Move to the queue',
  move: 'Move',
  deleteIssue: 'Delete the issue',
  remove: 'Remove',
  addLink: 'Add a link',
  application: 'Application',
  objectKey: 'Object key',
  add: 'Add',
  find: 'Find',
  found: 'Found',
  foundNothing: 'The application suggests nothing for this text.',
  linkFound: 'Link',
  noApplications: 'No application is registered.',
  notFromHere: 'No registered application allows links from this page (canLinkFromFront).',
  keyMissing: 'Type the key of the object, for example DEMO-1.',
  applicationRefused: 'This application does not allow links from this page.',
  locked: 'This issue takes no more changes: it has been changed as often as Tracker allows.',
  told: 'The application has been told',
  notTold: 'The application did not accept it',
  stillTelling: 'The application is being told and has not answered yet',
  calls: 'Calls to applications about this issue',
  callsNote: 'What the stand-in asked and what it was answered, newest first. Tracker shows no such list.',
  noCalls: 'No calls yet.',
  underWay: 'under way',
};

const ru: Texts = {
  title: 'Трекер',
  standIn: 'имитация для песочницы',
  otherLanguage: 'In English',
  queues: 'Очереди',
  path: 'Где находится задача',
  noQueues: 'В файле мира нет очередей Трекера. Добавьте в него раздел «tracker».',
  noIssues: 'В этой очереди нет задач.',
  notFoundTitle: 'Не найдено',
  notFound: 'Такой задачи или страницы нет.',
  status: 'Статус',
  resolution: 'Резолюция',
  assignee: 'Исполнитель',
  deadline: 'Дедлайн',
  updated: 'Обновлено',
  type: 'Тип',
  priority: 'Приоритет',
  formerKeys: 'Прежние ключи',
  none: 'нет',
  overdue: 'просрочено',
  externalLinks: 'Внешние связи',
  noLinks: 'У этой задачи пока нет внешних связей.',
  late: 'Приложение пока не ответило. Обновите страницу, чтобы спросить ещё раз.',
  failed: 'Приложение не смогло рассказать об объекте',
  deviates: 'Ответ отступает от протокола',
  viaPage: 'Связь сделал здесь человек',
  viaApi: 'Связь сделал сервис',
  viaTrigger: 'Связь сделал триггер',
  actions: 'Что можно сделать с задачей',
  moveTo: 'Перенести в очередь',
  move: 'Перенести',
  deleteIssue: 'Удалить задачу',
  remove: 'Удалить',
  addLink: 'Добавить связь',
  application: 'Приложение',
  objectKey: 'Ключ объекта',
  add: 'Добавить',
  find: 'Найти',
  found: 'Найдено',
  foundNothing: 'По этому тексту приложение ничего не предлагает.',
  linkFound: 'Связать',
  noApplications: 'Ни одно приложение не зарегистрировано.',
  notFromHere: 'Ни одно приложение не разрешает создавать связи с этой страницы (canLinkFromFront).',
  keyMissing: 'Введите ключ объекта, например DEMO-1.',
  applicationRefused: 'Это приложение не разрешает создавать связи с этой страницы.',
  locked: 'Задача больше не принимает изменений: их столько, сколько допускает Трекер.',
  told: 'Приложение извещено',
  notTold: 'Приложение не приняло изменение',
  stillTelling: 'Приложение извещается и пока не ответило',
  calls: 'Вызовы приложений по этой задаче',
  callsNote: 'Что спросила имитация и что ей ответили, сначала новое. В самом Трекере такого списка нет.',
  noCalls: 'Вызовов пока не было.',
  underWay: 'выполняется',
};

export const texts: Readonly<Record<Language, Texts>> = { en, ru };
