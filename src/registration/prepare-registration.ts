import { findServerAddress } from '../linking/find-server-address.ts';
import type { Host } from '../ports/youtrack.ts';
import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { isSecureAddress } from '../protocol/secure-address.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type BaseUrl, expectedBaseUrl, parseBaseUrl } from './base-url.ts';
import { readLetterParts } from './keep-letter.ts';
import type { RegistrationQuery } from './parse-registration.ts';
import type { GuestRights, RegistrationAnswer, RegistrationApplication } from './registration-answer.ts';
import { type RegistrationPlace, toApplicationId, toGuestUrls, toTokenUrls } from './registration-urls.ts';

const names: Readonly<Record<EntityKind, string>> = {
  issue: 'YouTrack',
  article: 'YouTrack articles',
  project: 'YouTrack projects',
  user: 'YouTrack people',
};

/**
 * Everything Tracker's support wants to know to register this server, for every kind of objects, with a token and without
 * (`getRegistration` of docs/openapi.yaml).
 * Refused as `malformed` where no address of the server can be guessed and none is given, and as `not_found` for a project that is
 * not there.
 */
export function prepareRegistration(
  host: Host,
  query: RegistrationQuery,
): Result<Reply<RegistrationAnswer>, Refusal> {
  const baseUrl = query.baseUrl ?? guessBaseUrl(host);
  if (baseUrl === undefined) {
    return fail(refuse('malformed', [fieldProblem('baseUrl', expectedBaseUrl, undefined)]));
  }
  const project = query.project && findVisibleProject(host, query.project);
  if (query.project !== undefined && !project) {
    return fail(refuse('not_found', [unknownObject('project')]));
  }
  const { name, login, email } = host.caller;
  const place = { baseUrl, projectKey: project || undefined };
  const set = host.settings.unresolvedIconUrl;
  const iconUrl = set !== undefined && isSecureAddress(set) ? set : `${baseUrl.href}/favicon.ico`;
  return succeed({
    status: 200,
    body: {
      baseUrl: baseUrl.href,
      responsible: { name, login, ...(email && { email }) },
      ...readLetterParts(host),
      ...listGuestRights(host, place.projectKey),
      applications: entityKinds.flatMap((kind) => listApplications(kind, place, iconUrl)),
    },
  });
}

const rights: Readonly<
  Record<Exclude<EntityKind, 'user'>, Readonly<Record<keyof GuestRights, readonly string[]>>>
> = {
  issue: { sees: ['READ_ISSUE'], links: ['LINK_ISSUE', 'UPDATE_ISSUE'] },
  article: { sees: ['READ_ARTICLE'], links: ['UPDATE_ARTICLE'] },
  project: { sees: ['READ_PROJECT_BASIC', 'READ_PROJECT'], links: ['UPDATE_PROJECT'] },
};

function listGuestRights(host: Host, projectKey: string | undefined): { readonly guest?: GuestRights } {
  const guest = projectKey === undefined ? undefined : host.findGuest();
  if (guest === undefined) return {};
  const kindsWith = (what: keyof GuestRights) =>
    (['issue', 'article', 'project'] as const).filter(
      (kind) => !guest.isBanned && rights[kind][what].some((right) => guest.holds(right, projectKey)),
    );
  return { guest: { sees: kindsWith('sees'), links: kindsWith('links') } };
}

function listApplications(
  kind: EntityKind,
  place: RegistrationPlace,
  defaultIconUrl: string,
): RegistrationApplication[] {
  const known = { kind, id: toApplicationId(kind, place.baseUrl), name: names[kind], defaultIconUrl };
  return [
    { ...known, access: 'token', ...toTokenUrls(kind, place) },
    { ...known, access: 'guest', ...toGuestUrls(kind, place) },
  ];
}

/** The key as YouTrack spells it; undefined when there is no such project for the caller. */
function findVisibleProject(host: Host, key: string): string | undefined {
  const project = host.findEntity({ kind: 'project', key });
  return project?.isVisible() ? project.key : undefined;
}

function guessBaseUrl(host: Host): BaseUrl | undefined {
  const baseUrl = parseBaseUrl(findServerAddress(host) ?? '');
  return baseUrl.ok ? baseUrl.value : undefined;
}
