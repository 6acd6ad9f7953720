import type { Context } from 'hono';
import type { TrackerStore } from '../tracker-store.ts';
import type { Refusal } from './api-error.ts';

/**
 * What is wrong with the organisation's header (Tracker's page "General query format"): `X-Org-ID` for Yandex 360,
 * `X-Cloud-Org-ID` for Cloud. What Tracker answers to a missing or foreign one is documented nowhere.
 */
export function checkOrganization(store: TrackerStore, { req }: Context): Refusal | undefined {
  const { organization } = store.modes();
  if (organization === undefined) return undefined;
  const given = { '360': req.header('x-org-id'), cloud: req.header('x-cloud-org-id') };
  if (given['360'] === undefined && given.cloud === undefined) return 'noOrganization';
  return given[organization.kind] === organization.id ? undefined : 'otherOrganization';
}
