import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag } from './stored-attributes.ts';

/** A user's settings. Source: "GeneralUserProfile" and its siblings of JetBrains' REST reference. */
export function showProfiles(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'UserProfiles', id: subject.id }, profiles, subject);
}

/** One part of a user's settings; undefined when there is none of that name. */
export function showProfile(subject: Subject, name: string): RestEntity | undefined {
  const value = showProfiles(subject).attribute(name);
  return typeof value === 'object' && value !== null && 'attribute' in value ? value : undefined;
}

const profiles: Attributes<Subject> = {
  general: (subject) => createRestEntity({ $type: 'GeneralUserProfile', id: subject.id }, general, subject),
  appearance: (subject) =>
    createRestEntity({ $type: 'AppearanceUserProfile', id: subject.id }, appearance, subject),
  notifications: (subject) =>
    createRestEntity({ $type: 'NotificationsUserProfile', id: subject.id }, notifications, subject),
  timetracking: (subject) =>
    createRestEntity({ $type: 'TimeTrackingUserProfile', id: subject.id }, timeTracking, subject),
};

const general: Attributes<Subject> = {
  timezone: (subject) =>
    createRestEntity({ $type: 'TimeZoneDescriptor', id: timeZoneOf(subject) }, timeZone, subject),
  dateFieldFormat: () =>
    createRestEntity({ $type: 'DateFormatDescriptor', id: 'd MMM yyyy HH:mm' }, dateFormat, undefined),
  locale: (subject) => {
    const language = languageOf(subject);
    return createRestEntity({ $type: 'LocaleDescriptor', id: localeOf(language) }, locale, language);
  },
};

const timeZone: Attributes<Subject> = {
  presentation: timeZoneOf,
  offset: (subject) => offsetMs(timeZoneOf(subject), subject.sandbox.clock.now()),
};

/** The format a fresh server has. */
const dateFormat: Attributes<undefined> = {
  presentation: () => '31 Jan 2026 17:59',
  pattern: () => 'd MMM yyyy HH:mm',
  datePattern: () => 'd MMM yyyy',
  dateNoYearPattern: () => 'd MMM',
};

const locale: Attributes<string> = {
  locale: localeOf,
  language: (language) => language,
  name: (language) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language,
  community: () => false,
};

const appearance: Attributes<Subject> = {
  naturalCommentsOrder: () => true,
  useAbsoluteDates: () => false,
  firstDayOfWeek: () => 1,
  exceptionsExpanded: () => false,
  expandChangesInActivityStream: () => false,
  liteUiFilters: () => null,
};

const notifications: Attributes<Subject> = {
  notifyOnOwnChanges: () => false,
  emailNotificationsEnabled: ({ tx, id }) => tx.get(id, 'email') !== null,
  jabberNotificationsEnabled: () => false,
  mentionNotificationsEnabled: () => true,
  duplicateClusterNotificationsEnabled: () => true,
  mailboxIntegrationNotificationsEnabled: () => true,
  usePlainTextEmails: () => false,
  autoWatchOnComment: () => true,
  autoWatchOnCreate: () => true,
  autoWatchOnVote: () => true,
  autoWatchOnUpdate: () => false,
  banned: flag('isBanned'),
};

const timeTracking: Attributes<Subject> = {
  periodFormat: () => createRestEntity({ $type: 'PeriodFieldFormat', id: 'FULL' }, {}, undefined),
};

function timeZoneOf({ tx, id }: Subject): string {
  return String(tx.get(id, 'timeZoneId') ?? 'UTC');
}

function languageOf({ tx, id }: Subject): string {
  return String(tx.get(id, 'language') ?? 'en');
}

function localeOf(language: string): string {
  const { region = '' } = new Intl.Locale(language).maximize();
  return `${new Intl.Locale(language).language}_${region}`;
}

/** How far a time zone is ahead of UTC at a moment, in milliseconds. */
function offsetMs(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  );
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
