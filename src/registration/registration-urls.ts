import { toGlobalPath, toOwnPath } from '../protocol/addresses.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { toPageFolder } from '../protocol/page-path.ts';
import type { BaseUrl } from './base-url.ts';
import type { RegistrationApplication } from './registration-answer.ts';

/** What the addresses of a registration depend on. */
export interface RegistrationPlace {
  readonly baseUrl: BaseUrl;
  /** The project in whose scope the guest creates links; without one the guest cannot. */
  readonly projectKey: string | undefined;
}

type Urls = Pick<
  RegistrationApplication,
  'frontUrl' | 'entityInfoUrl' | 'createLinkUrl' | 'removeLinkUrl' | 'canLinkFromFront'
>;

// Tracker puts keys in their place as they are, or percent-encodes them: its documentation does not say. Keys of issues and
// articles need no encoding, so both ways give the same address.
const remoteKey = '{{remoteKey}}';
const issueKey = '{{issueKey}}';

/**
 * Addresses for calls with a token. Links are made and removed in the global scope, which finds an object of any kind by its
 * key, so the address says which kind is meant: an application links nothing but its own, whatever its users leave out of a
 * key. What an object is about is asked under its own address, which says the kind already.
 */
export function toTokenUrls(kind: EntityKind, { baseUrl: { href } }: RegistrationPlace): Urls {
  const links = `${href}${toGlobalPath('links')}`;
  return {
    frontUrl: `${href}${toPageFolder(kind)}${remoteKey}`,
    entityInfoUrl: `${href}${toOwnPath(kind, remoteKey, 'info')}`,
    createLinkUrl: `${links}?kind=${kind}`,
    removeLinkUrl: `${links}?issueKey=${issueKey}&remoteKey=${remoteKey}&kind=${kind}`,
    canLinkFromFront: true,
  };
}

/**
 * Addresses for calls without a token, which YouTrack lets in under the address of an object only. Creating has one fixed
 * address, so it goes through a project, which can name its issues, its articles and itself, but no user.
 */
export function toGuestUrls(kind: EntityKind, { baseUrl: { href }, projectKey }: RegistrationPlace): Urls {
  const creates = projectKey !== undefined && kind !== 'user';
  return {
    frontUrl: `${href}${toPageFolder(kind)}${remoteKey}`,
    entityInfoUrl: `${href}${toOwnPath(kind, remoteKey, 'info')}`,
    ...(creates && {
      createLinkUrl: `${href}${toOwnPath('project', encodeURIComponent(projectKey), 'links')}`,
    }),
    removeLinkUrl: `${href}${toOwnPath(kind, remoteKey, 'links')}?issueKey=${issueKey}`,
    canLinkFromFront: creates,
  };
}

/**
 * An application's id, by custom the server's name turned round: `com.example.youtrack.issue` for example.com as well as for
 * youtrack.example.com. A name without dots or a bare address cannot be turned round: `youtrack.localhost.issue`.
 */
export function toApplicationId(kind: EntityKind, { host }: BaseUrl): string {
  const labels = host.split('.');
  if (labels.length < 2 || labels.every((label) => /^[0-9]+$/.test(label)) || host.startsWith('[')) {
    return `youtrack.${host.replace(/[[\]]/g, '').replace(/:/g, '-')}.${kind}`;
  }
  const [first, ...others] = labels;
  return [...(first === 'youtrack' ? others : labels).reverse(), 'youtrack', kind].join('.');
}
