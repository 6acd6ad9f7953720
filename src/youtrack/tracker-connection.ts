/** Whom Tracker is asked as. */
export interface TrackerConnection {
  readonly organizationId: string;
  readonly organizationHeader: 'X-Org-ID' | 'X-Cloud-Org-ID';
  /** The secret as the host handed it over: only its `http` module can read it. Never to be turned into a text. */
  readonly authorization: unknown;
}

/** Ids are numbers (Yandex 360) or short Latin words (Cloud); nothing else may get into a header. */
const organizationId = /^[\w.-]{1,100}$/;

/**
 * The connection that the settings describe (`trackerAuthorization`, `trackerOrganizationId`, `trackerOrganizationKind`);
 * undefined while there is no authorization or no organisation that could be sent.
 */
export function readTrackerConnection(
  settings: Readonly<Record<string, unknown>>,
): TrackerConnection | undefined {
  const { trackerAuthorization: authorization, trackerOrganizationId, trackerOrganizationKind } = settings;
  const id = String(trackerOrganizationId ?? '').trim();
  const isSet = authorization !== undefined && authorization !== null && authorization !== '';
  if (!isSet || !organizationId.test(id)) return undefined;
  const isCloud = String(trackerOrganizationKind ?? '') === 'cloud';
  return {
    organizationId: id,
    organizationHeader: isCloud ? 'X-Cloud-Org-ID' : 'X-Org-ID',
    authorization,
  };
}
