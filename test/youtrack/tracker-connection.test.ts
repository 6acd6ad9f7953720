import { expect, test } from '@jest/globals';
import { readTrackerConnection } from '../../src/youtrack/tracker-connection.ts';

/** What a secret setting is to a script: an object that prints as a mask. */
const secret = Object.freeze({ toString: () => '********' });

test.each([
  [{ trackerOrganizationId: '123456' }, 'X-Org-ID', '123456'],
  [{ trackerOrganizationId: 123456, trackerOrganizationKind: '360' }, 'X-Org-ID', '123456'],
  [{ trackerOrganizationId: ' bpf-1.a ', trackerOrganizationKind: 'cloud' }, 'X-Cloud-Org-ID', 'bpf-1.a'],
])('%j names %p: %p', (settings, organizationHeader, organizationId) => {
  expect(readTrackerConnection({ ...settings, trackerAuthorization: secret })).toEqual({
    organizationHeader,
    organizationId,
    authorization: secret,
  });
});

test('the secret is handed on as it came', () => {
  const settings = { trackerAuthorization: secret, trackerOrganizationId: '1' };
  expect(readTrackerConnection(settings)?.authorization).toBe(secret);
});

test.each([
  [{ trackerOrganizationId: '1' }],
  [{ trackerOrganizationId: '1', trackerAuthorization: null }],
  [{ trackerOrganizationId: '1', trackerAuthorization: '' }],
  [{ trackerAuthorization: secret }],
  [{ trackerAuthorization: secret, trackerOrganizationId: ' ' }],
  [{ trackerAuthorization: secret, trackerOrganizationId: 'организация' }],
  [{ trackerAuthorization: secret, trackerOrganizationId: '1\r\nX-Other: 2' }],
])('%j connect to nothing', (settings) => {
  expect(readTrackerConnection(settings)).toBeUndefined();
});
