import type { Language } from './language.ts';

/** A status, resolution, type or priority: Tracker's key and the name that people see. */
export interface Named {
  readonly key: string;
  readonly display: string;
}

export type NameKind = 'statuses' | 'resolutions' | 'issuetypes' | 'priorities';

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Names of a new Tracker organisation, so that `Accept-Language` shows. A name not listed here is the same in both. */
const standardNames: Readonly<Record<NameKind, Names>> = {
  statuses: {
    open: { ru: 'Открыт', en: 'Open' },
    inProgress: { ru: 'В работе', en: 'In progress' },
    needInfo: { ru: 'Требуется информация', en: 'Need info' },
    testing: { ru: 'Тестируется', en: 'Testing' },
    resolved: { ru: 'Решен', en: 'Resolved' },
    closed: { ru: 'Закрыт', en: 'Closed' },
  },
  resolutions: {
    fixed: { ru: 'Решен', en: 'Fixed' },
    wontFix: { ru: 'Не будет исправлено', en: "Won't fix" },
    duplicate: { ru: 'Дубликат', en: 'Duplicate' },
  },
  issuetypes: {
    task: { ru: 'Задача', en: 'Task' },
    bug: { ru: 'Ошибка', en: 'Bug' },
    newFeature: { ru: 'Новая функциональность', en: 'New feature' },
    epic: { ru: 'Эпик', en: 'Epic' },
  },
  priorities: {
    minor: { ru: 'Низкий', en: 'Minor' },
    normal: { ru: 'Средний', en: 'Normal' },
    critical: { ru: 'Критичный', en: 'Critical' },
    blocker: { ru: 'Блокер', en: 'Blocker' },
  },
};

/** The key and name meant by a text of the world file: a standard key, a standard name in either language, or a name of its own. */
export function findNamed(kind: NameKind, text: string): Named {
  const wanted = text.toLowerCase();
  for (const [key, names] of Object.entries(standardNames[kind])) {
    const spellings = [key, names.ru, names.en];
    if (spellings.some((spelling) => spelling.toLowerCase() === wanted)) return { key, display: names.en };
  }
  return { key: toKey(text), display: text };
}

/** The name as people of a language see it. */
export function displayName(kind: NameKind, named: Named, language: Language): string {
  const standard = standardNames[kind][named.key];
  const isStandard = standard !== undefined && Object.values(standard).includes(named.display);
  return isStandard ? standard[language] : named.display;
}

/** `Ready for test` → `readyForTest`, as Tracker makes keys; letters of any script stay. */
function toKey(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return (
    words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalize(word))).join('') || 'unnamed'
  );
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
