import type { TrackerAccount, TrackerApplication, TrackerQueue } from '../ports/tracker.ts';
import { isJsonObject, type JsonObject } from '../protocol/json-object.ts';
import { applicationAddress } from './parse-remote-link.ts';
import { readAddress, readId, readText } from './read-values.ts';

/** `GET /v3/applications`: "`id` = `type` = origin"; where they differ, the application's own address tells. */
export function parseApplication({ self, id, type, name }: JsonObject): TrackerApplication | undefined {
  const origin = readAddress(self, applicationAddress)[0] ?? readId(id) ?? readId(type);
  return origin === undefined ? undefined : { origin, name: readText(name) ?? origin };
}

/** `GET /v3/queues[/<key>]`. */
export function parseQueue({ key, name, display }: JsonObject): TrackerQueue | undefined {
  const known = readId(key);
  return known === undefined ? undefined : { key: known, name: readText(name) ?? readText(display) ?? known };
}

/** `GET /v3/myself`: an object; the documentation's table calls it a list, so a list of one will do. */
export function parseAccount(value: unknown): TrackerAccount | undefined {
  const [account]: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!isJsonObject(account)) return undefined;
  const login = readText(account.login);
  const display = readText(account.display) ?? login ?? readId(account.uid) ?? readId(account.trackerUid);
  return display === undefined ? undefined : { display, ...(login !== undefined && { login }) };
}
