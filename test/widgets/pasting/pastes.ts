/** What a person pastes, and what is made of it where TEST and QA2 are linked already and DEMO is a project here. */
export interface PasteRow {
  readonly from: string;
  readonly text: string;
  /** Keys that Enter adds. */
  readonly adds?: string;
  /** Keys that are offered, with the reason. */
  readonly offers?: string;
  /** What is named as no key. */
  readonly malformed?: readonly string[];
  /** What is said besides, in English and in Russian. */
  readonly said?: readonly [en: string, ru: string];
}

const unknownQueue = (key: string): readonly [string, string] => [
  `${key} may be something else: nothing from this queue is linked here yet`,
  `${key} — возможно, не ключ Трекера: с этой очередью здесь ещё нет связей`,
];
const noKey = (text: string): readonly [string, string] => [
  `${text} is not a Tracker key: a key looks like TEST-123`,
  `${text} — не ключ Трекера: ключ выглядит как TEST-123`,
];
const readAs = (written: string, key: string): readonly [string, string] => [
  `“${written}” is read as ${key}`,
  `«${written}» прочитано как ${key}`,
];
const manyWays = (written: string): readonly [string, string] => [
  `“${written}” can be read in more than one way`,
  `«${written}» можно прочитать по-разному`,
];
const elsewhere = (key: string, site: string): readonly [string, string] => [
  `${key} comes from an address of ${site}, not of Tracker`,
  `${key} взято из адреса ${site}, это не Трекер`,
];

export const pastes: readonly PasteRow[] = [
  { from: 'a key', text: 'TEST-1', adds: 'TEST-1' },
  { from: 'a key in small letters', text: '  test-1 ', adds: 'TEST-1' },
  { from: 'a list with commas', text: 'TEST-1, TEST-2,TEST-3', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'a list with semicolons', text: 'TEST-1; test-2;TEST-3', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'lines', text: 'TEST-1\nTEST-2\r\nTEST-3', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'slashes', text: 'TEST-1/TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'pluses', text: 'TEST-1+TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'ampersands', text: 'TEST-1 & TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'words that join', text: 'test-5 и test-6', adds: 'TEST-5 TEST-6' },
  { from: 'words that join, in English', text: 'test-5 and test-6', adds: 'TEST-5 TEST-6' },
  { from: 'a dash between keys', text: 'TEST-1—TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'nothing between keys', text: 'TEST-1TEST-2TEST-3', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'an arrow between keys', text: 'TEST-1→TEST-2 ⇒ TEST-3', adds: 'TEST-1 TEST-2 TEST-3' },
  {
    from: 'a repeated key',
    text: 'TEST-1 test-1 TEST-2',
    adds: 'TEST-1 TEST-2',
    said: [
      'TEST-1 is named more than once; it gets one link',
      'TEST-1 встречается несколько раз, связь будет одна',
    ],
  },
  { from: 'a chat', text: 'Посмотри, пожалуйста, TEST-1 :) и TEST-2!', adds: 'TEST-1 TEST-2' },
  { from: 'a chat with a mention', text: '@jane TEST-1: готово?', adds: 'TEST-1' },
  { from: 'a chat with a hash', text: '#TEST-1 #test-2', adds: 'TEST-1 TEST-2' },
  { from: 'a subject of a mail', text: 'Re: Fwd: [TEST-1] Оплата картой', adds: 'TEST-1' },
  { from: 'a quoted mail', text: '> > TEST-1 is blocked by (TEST-2).', adds: 'TEST-1 TEST-2' },
  { from: 'quotes', text: '«TEST-1», “TEST-2”, „QA2-15“', adds: 'TEST-1 TEST-2 QA2-15' },
  { from: 'a sentence', text: 'Смотрите TEST-1, там же про QA2-15!', adds: 'TEST-1 QA2-15' },
  { from: 'a known queue in small letters in a sentence', text: 'сделал test-7 вчера', adds: 'TEST-7' },
  { from: 'a branch', text: 'feature/TEST-1-fix-login', adds: 'TEST-1' },
  { from: 'a branch in small letters', text: 'bugfix/test-12-2fa-for-admins', adds: 'TEST-12' },
  { from: 'a branch with underscores', text: 'jane_TEST-1_fix_login', adds: 'TEST-1' },
  { from: 'a branch after a word', text: 'fix-TEST-1', adds: 'TEST-1' },
  { from: 'a commit', text: 'a1b2c3d TEST-1: почини вход (#42)', adds: 'TEST-1' },
  { from: 'a merge', text: "Merge branch 'TEST-1' into 'main'", adds: 'TEST-1' },
  { from: 'a file', text: 'TEST-1.patch', adds: 'TEST-1' },
  { from: 'a table', text: 'TEST-1\tFix login\tOpen\nTEST-2\tОплата\tЗакрыт', adds: 'TEST-1 TEST-2' },
  { from: 'a table in text', text: 'TEST-1|Fix|Open', adds: 'TEST-1' },
  {
    from: 'a table in Markdown',
    text: '| TEST-1 | Fix |\n|---|---|\n| TEST-2 | Fix |',
    adds: 'TEST-1 TEST-2',
  },
  { from: 'a sheet with quotes', text: '"TEST-1","Fix, please"\n"TEST-2",""', adds: 'TEST-1 TEST-2' },
  { from: 'JSON', text: '{"key":"TEST-1","parent":{"key":"TEST-2"}}', adds: 'TEST-1 TEST-2' },
  { from: 'HTML entities', text: 'TEST-1&nbsp;TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'numbered HTML entities', text: 'TEST&#45;1&#160;TEST&#x2d;2', adds: 'TEST-1 TEST-2' },
  { from: 'HTML', text: '<b>TEST-1</b><br>TEST-2', adds: 'TEST-1 TEST-2' },
  { from: 'a link of Markdown', text: '[Вход](https://tracker.yandex.ru/TEST-1)', adds: 'TEST-1' },
  { from: 'a link of Jira', text: '[Fix login|https://tracker.yandex.ru/TEST-1]', adds: 'TEST-1' },
  { from: 'a link of Yandex’ wiki', text: '((https://tracker.yandex.ru/TEST-1 Вход))', adds: 'TEST-1' },
  { from: 'a link of HTML', text: '<a href="https://tracker.yandex.ru/TEST-1">Вход</a>', adds: 'TEST-1' },
  { from: 'Jira’s markup', text: '*TEST-1* {{TEST-2}} -TEST-3-', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'long dashes', text: 'TEST–1 TEST−2 TEST‑3', adds: 'TEST-1 TEST-2 TEST-3' },
  { from: 'full-width letters', text: 'ＴＥＳＴ－１', adds: 'TEST-1' },
  { from: 'invisible marks', text: '\u200fTEST\u00ad-\u200b1\ufeff', adds: 'TEST-1' },
  { from: 'an address', text: 'https://tracker.yandex.ru/TEST-1', adds: 'TEST-1' },
  { from: 'an address of an unknown queue', text: 'https://tracker.yandex.ru/NEW-1', adds: 'NEW-1' },
  { from: 'an address in small letters', text: 'http://www.tracker.yandex.com/test-1/', adds: 'TEST-1' },
  {
    from: 'an address with more behind',
    text: 'https://tracker.yandex.com/TEST-1?from=mail-2#c-3',
    adds: 'TEST-1',
  },
  { from: 'an address of a comment', text: 'https://tracker.yandex.ru/TEST-1#64a0f8e0c7', adds: 'TEST-1' },
  { from: 'an address without its scheme', text: 'tracker.yandex.ru/test-1', adds: 'TEST-1' },
  {
    from: 'an address in a sentence',
    text: 'см. https://tracker.yandex.ru/test-7, там всё.',
    adds: 'TEST-7',
  },
  {
    from: 'addresses glued together',
    text: 'https://tracker.yandex.ru/TEST-1https://tracker.yandex.ru/TEST-2',
    adds: 'TEST-1 TEST-2',
  },
  { from: 'a board', text: 'https://tracker.yandex.ru/agile/board/12?issue=test-9', adds: 'TEST-9' },
  { from: 'a list', text: 'https://tracker.yandex.ru/pages/my/TEST-1', adds: 'TEST-1' },
  { from: 'a queue and an issue', text: 'https://tracker.yandex.ru/queue/TEST/TEST-1', adds: 'TEST-1' },
  {
    from: 'a filter',
    text: 'https://tracker.yandex.ru/issues/?_q=Key%3A+TEST-1%2CTEST-2',
    adds: 'TEST-1 TEST-2',
  },
  { from: 'Tracker’s API', text: 'https://api.tracker.yandex.net/v3/issues/TEST-1', adds: 'TEST-1' },
  { from: 'Yandex’ own Tracker', text: 'https://st.yandex-team.ru/NEW-15#comment-2', adds: 'NEW-15' },
  {
    from: 'an address that redirects',
    text: 'https://away.example.com/?to=https%3A%2F%2Ftracker.yandex.ru%2FTEST-1%3Ffrom%3Dmail',
    adds: 'TEST-1',
  },
  {
    from: 'an address that redirects twice',
    text: 'https://a.example.com/?u=https%253A%252F%252Ftracker.yandex.ru%252FTEST-1',
    adds: 'TEST-1',
  },
  {
    from: 'a second key in an address',
    text: 'https://tracker.yandex.ru/TEST-1?parent=TEST-2',
    adds: 'TEST-1',
    offers: 'TEST-2 elsewhere',
  },
  {
    from: 'an address of another tracker',
    text: 'https://jira.example.com/browse/TEST-1',
    offers: 'TEST-1 elsewhere',
    said: elsewhere('TEST-1', 'jira.example.com'),
  },
  {
    from: 'a page of Tracker without an issue',
    text: 'https://tracker.yandex.ru/agile/board/12',
    malformed: ['https://tracker.yandex.ru/agile/board/12'],
    said: noKey('https://tracker.yandex.ru/agile/board/12'),
  },
  { from: 'a forgotten hyphen', text: 'TEST 1', adds: 'TEST-1', said: readAs('TEST 1', 'TEST-1') },
  { from: 'an underscore', text: 'TEST_5', adds: 'TEST-5', said: readAs('TEST_5', 'TEST-5') },
  { from: 'a number sign', text: 'TEST №5', adds: 'TEST-5', said: readAs('TEST №5', 'TEST-5') },
  { from: 'blanks around the hyphen', text: 'TEST - 5', adds: 'TEST-5', said: readAs('TEST - 5', 'TEST-5') },
  { from: 'nothing before the number', text: 'test5', adds: 'TEST-5', said: readAs('test5', 'TEST-5') },
  {
    from: 'a forgotten hyphen in a sentence',
    text: 'глянь TEST 5',
    adds: 'TEST-5',
    said: readAs('TEST 5', 'TEST-5'),
  },
  {
    from: 'the wrong keyboard layout',
    text: 'еуые-5',
    adds: 'TEST-5',
    said: [
      '“еуые-5” is read as TEST-5: it was typed in the Russian keyboard layout',
      '«еуые-5» прочитано как TEST-5: набрано в русской раскладке',
    ],
  },
  {
    from: 'the wrong layout for a whole list',
    text: 'ЕУЫЕ-5б ЕУЫЕ-6',
    adds: 'TEST-5 TEST-6',
    said: [
      '“ЕУЫЕ-5б” is read as TEST-5: it was typed in the Russian keyboard layout',
      '«ЕУЫЕ-5б» прочитано как TEST-5: набрано в русской раскладке',
    ],
  },
  {
    from: 'Cyrillic letters',
    text: 'ТЕСТ-5',
    adds: 'TEST-5',
    said: [
      '“ТЕСТ-5” is read as TEST-5: queue keys are in Latin letters',
      '«ТЕСТ-5» прочитано как TEST-5: в ключах очередей только латиница',
    ],
  },
  {
    from: 'one Cyrillic letter',
    text: 'TЕST-5',
    adds: 'TEST-5',
    said: ['TEST-5: “TЕST-5” was typed with the Cyrillic letter Е', 'TEST-5: в «TЕST-5» русская буква Е'],
  },
  { from: 'a Russian word glued to a key', text: 'вTEST-5', adds: 'TEST-5' },
  {
    from: 'a key and a number behind',
    text: 'TEST-1_2',
    offers: 'TEST-1 unclear, TEST-2 unclear',
    said: manyWays('TEST-1_2'),
  },
  {
    from: 'a range of numbers',
    text: 'TEST-1-5',
    offers: 'TEST-1 unclear, TEST-5 unclear',
    said: manyWays('TEST-1-5'),
  },
  {
    from: 'numbers alone after a key',
    text: 'TEST-1, 2',
    adds: 'TEST-1',
    offers: 'TEST-2 unclear',
    said: manyWays('2'),
  },
  {
    from: 'a letter in place of a zero',
    text: 'TEST-1О',
    offers: 'TEST-10 unclear',
    said: manyWays('TEST-1О'),
  },
  {
    from: 'a letter behind the number',
    text: 'TEST-1a',
    offers: 'TEST-1 unclear',
    said: manyWays('TEST-1a'),
  },
  { from: 'zeros before the number', text: 'TEST-005', offers: 'TEST-5 unclear', said: manyWays('TEST-005') },
  {
    from: 'a standard in a sentence',
    text: 'в UTF-8 см. TEST-5',
    adds: 'TEST-5',
    offers: 'UTF-8 queue',
    said: unknownQueue('UTF-8'),
  },
  { from: 'an illness', text: 'COVID-19', offers: 'COVID-19 queue', said: unknownQueue('COVID-19') },
  { from: 'a norm', text: 'ISO-8601', offers: 'ISO-8601 queue', said: unknownQueue('ISO-8601') },
  { from: 'a new queue', text: 'NEW-1', offers: 'NEW-1 queue', said: unknownQueue('NEW-1') },
  { from: 'a word in small letters', text: 'do step-2 of TEST-9', adds: 'TEST-9', offers: 'STEP-2 queue' },
  {
    from: 'an issue of this YouTrack',
    text: 'DEMO-5',
    offers: 'DEMO-5 project',
    said: [
      'DEMO-5 looks like an issue of this YouTrack, which has a project of that name',
      'DEMO-5 похоже на задачу YouTrack: здесь есть проект с таким ключом',
    ],
  },
  {
    from: 'an address of YouTrack',
    text: 'https://youtrack.example.com/issue/DEMO-5/login',
    offers: 'DEMO-5 project',
  },
  { from: 'an article of this YouTrack', text: 'DEMO-A-1', malformed: ['DEMO-A-1'], said: noKey('DEMO-A-1') },
  { from: 'a number that no issue has', text: 'TEST-0', malformed: ['TEST-0'], said: noKey('TEST-0') },
  {
    from: 'a wrong key among good ones',
    text: 'TEST-1, but not TEST-0',
    adds: 'TEST-1',
    malformed: ['TEST-0'],
  },
  { from: 'letters of another alphabet', text: 'TÉST-1', malformed: ['TÉST-1'], said: noKey('TÉST-1') },
  { from: 'a number', text: '123', malformed: ['123'], said: noKey('123') },
  { from: 'a word', text: 'привет', malformed: ['привет'], said: noKey('привет') },
  { from: 'an aeroplane', text: 'прилетел Ту-154', malformed: ['прилетел Ту-154'] },
  {
    from: 'prose without a key',
    text: 'Всё работает, спасибо вам большое за быстрый ответ и помощь',
    malformed: ['Всё работает, спасибо вам большое за быс…'],
  },
  { from: 'nothing', text: ' \n ' },
];
