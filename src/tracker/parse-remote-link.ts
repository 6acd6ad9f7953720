import type { RemoteLink } from '../ports/tracker.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import { readAddress, readDisplay, readId, readMoment, readObject } from './read-values.ts';

const linkAddress = /\/remotelinks\/([^/?#]+)\/?$/;
const objectAddress = /\/applications\/([^/?#]+)\/objects\/([^/?#]+)\/?$/;
export const applicationAddress = /\/applications\/([^/?#]+)\/?$/;

/**
 * A remote link (Tracker's page "Get external links"). In its example `object.application.id` is a number, its `type`
 * "app", and the origin stands in `object.self` alone; the page on applications says `id` = `type` = origin. So all three
 * count. Undefined for a link that names no object: it can be compared with nothing.
 */
export function parseRemoteLink(link: JsonObject): RemoteLink | undefined {
  const object = readObject(link.object);
  const [addressedOrigin, addressedKey] = readAddress(object.self, objectAddress);
  const objectKey = readId(object.key) ?? addressedKey ?? readId(object.id);
  if (objectKey === undefined) return undefined;
  const id = readId(link.id) ?? readAddress(link.self, linkAddress)[0];
  const createdAt = readMoment(link.createdAt);
  const createdBy = readDisplay(link.createdBy);
  return {
    objectKey,
    origins: [...new Set([addressedOrigin, ...namesOf(object.application)])].filter(
      (origin) => origin !== undefined,
    ),
    ...(id !== undefined && { id }),
    ...(createdAt !== undefined && { createdAt }),
    ...(createdBy !== undefined && { createdBy }),
  };
}

function namesOf(value: unknown): readonly (string | undefined)[] {
  const { self, id, type } = readObject(value);
  return [...readAddress(self, applicationAddress), readId(id), readId(type)];
}
