/** The languages that Tracker, and our own sentences about it, speak. */
export type TrackerLanguage = 'en' | 'ru';

/** Why Tracker's API gave nothing. `over_budget` is our own: the request was never sent. */
export type TrackerProblemKind =
  | 'unauthorized'
  | 'forbidden'
  | 'absent'
  | 'conflict'
  | 'locked'
  | 'rejected'
  | 'rate_limited'
  | 'over_budget'
  | 'failing'
  | 'timeout'
  | 'unreachable'
  | 'unreadable';

/** A request to Tracker that came to nothing, as data. */
export interface TrackerProblem {
  readonly kind: TrackerProblemKind;
  /** Of Tracker's answer; absent when there was none. */
  readonly status?: number;
  /** What Tracker said itself, in the language that was asked for; cut. */
  readonly said?: string;
  /** Not to be asked again sooner. */
  readonly retryAfterMs?: number;
}

interface Verdict {
  /** Whether time alone may help. Where it does not, the same request waits for a person who has changed something. */
  readonly retries: boolean;
  readonly sentence: Readonly<Record<TrackerLanguage, string>>;
}

const verdicts: Readonly<Record<TrackerProblemKind, Verdict>> = {
  unauthorized: {
    retries: true,
    sentence: {
      en: 'Tracker does not accept the token. Ask a YouTrack administrator to enter a valid one in this app’s settings; Cloud service accounts must first be let in by Yandex support.',
      ru: 'Трекер не принимает токен. Попросите администратора YouTrack указать в настройках приложения действующий; сервисные аккаунты Cloud сначала должна допустить поддержка Яндекса.',
    },
  },
  forbidden: {
    retries: false,
    sentence: {
      en: 'The account behind the token may not do this in Tracker. Ask the queue’s owner to give it access, then try again.',
      ru: 'Аккаунту, которому принадлежит токен, это в Трекере не разрешено. Попросите владельца очереди дать доступ и повторите.',
    },
  },
  absent: {
    retries: false,
    sentence: {
      en: 'Tracker has no such object, or the account behind the token may not see it. Check the key and the access to its queue.',
      ru: 'В Трекере нет такого объекта, или он не виден аккаунту, которому принадлежит токен. Проверьте ключ и доступ к очереди.',
    },
  },
  conflict: {
    retries: true,
    sentence: {
      en: 'Somebody changed this in Tracker at the same moment. Nothing has to be done: it is tried again by itself.',
      ru: 'В Трекере это изменили в тот же момент. Делать ничего не нужно: попытка повторится сама.',
    },
  },
  locked: {
    retries: false,
    sentence: {
      en: 'Tracker takes no more changes of this issue, because it has been changed too often. Go on in another Tracker issue, or remove the link here.',
      ru: 'Трекер больше не принимает изменений этой задачи: их было слишком много. Продолжите в другой задаче Трекера или удалите связь здесь.',
    },
  },
  rejected: {
    retries: false,
    sentence: {
      en: 'Tracker does not accept this request. Ask a YouTrack administrator to check the organisation and the applications in this app’s settings, then try again.',
      ru: 'Трекер не принимает этот запрос. Попросите администратора YouTrack проверить организацию и приложения в настройках и повторите.',
    },
  },
  rate_limited: {
    retries: true,
    sentence: {
      en: 'Tracker asks for fewer requests. Nothing has to be done: it is tried again by itself.',
      ru: 'Трекер просит сократить число запросов. Делать ничего не нужно: попытка повторится сама.',
    },
  },
  over_budget: {
    retries: true,
    sentence: {
      en: 'So much is being asked of Tracker just now that this has to wait. Nothing has to be done: it is tried again by itself.',
      ru: 'Сейчас к Трекеру слишком много запросов, и этому придётся подождать. Делать ничего не нужно: попытка повторится сама.',
    },
  },
  failing: {
    retries: true,
    sentence: {
      en: 'Tracker has a fault at the moment. Nothing has to be done: it is tried again by itself.',
      ru: 'В Трекере сейчас сбой. Делать ничего не нужно: попытка повторится сама.',
    },
  },
  timeout: {
    retries: true,
    sentence: {
      en: 'Tracker has not answered in time. It is tried again by itself; if this lasts, ask a YouTrack administrator to check the connection.',
      ru: 'Трекер не ответил вовремя. Попытка повторится сама; если так продолжится, попросите администратора YouTrack проверить соединение.',
    },
  },
  unreachable: {
    retries: true,
    sentence: {
      en: 'YouTrack cannot reach Tracker. It is tried again by itself; if this lasts, ask a YouTrack administrator whether the server may call api.tracker.yandex.net.',
      ru: 'YouTrack не может связаться с Трекером. Попытка повторится сама; если так продолжится, спросите администратора YouTrack, разрешены ли серверу обращения к api.tracker.yandex.net.',
    },
  },
  unreadable: {
    retries: true,
    sentence: {
      en: 'What answered in Tracker’s place cannot be understood. It is tried again by itself; if this lasts, ask a YouTrack administrator whether a proxy stands between the server and api.tracker.yandex.net.',
      ru: 'Ответ, пришедший вместо ответа Трекера, непонятен. Попытка повторится сама; если так продолжится, спросите администратора YouTrack, нет ли прокси между сервером и api.tracker.yandex.net.',
    },
  },
};

/** Whether the same request may succeed later although nobody has changed anything. */
export function isPassing({ kind }: TrackerProblem): boolean {
  return verdicts[kind].retries;
}

/** What has happened and what to do about it, as a sentence for people. */
export function explainTrackerProblem({ kind }: TrackerProblem, language: TrackerLanguage): string {
  return verdicts[kind].sentence[language];
}

/** The kinds, as a parser of the wire needs them. */
export function isTrackerProblemKind(text: string): text is TrackerProblemKind {
  return Object.hasOwn(verdicts, text);
}
