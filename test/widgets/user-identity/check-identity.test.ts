import { expect, test } from '@jest/globals';
import { findBadFields } from '../../../widgets/user-identity/check-identity.ts';

test.each([
  [{ login: '', trackerUid: '', passportUid: '' }, []],
  [{ login: ' jane.roe@example.com ', trackerUid: '8000000000000001', passportUid: '1' }, []],
  [{ login: 'джейн', trackerUid: '', passportUid: '' }, ['login']],
  [{ login: 'jane roe', trackerUid: '12a', passportUid: '012' }, ['login', 'trackerUid', 'passportUid']],
  [{ login: 'x'.repeat(101), trackerUid: '0', passportUid: '-1' }, ['login', 'trackerUid', 'passportUid']],
  [{ login: '', trackerUid: '9007199254740991', passportUid: '9007199254740992' }, ['passportUid']],
])('of %j the server would refuse %j', (form, fields) => {
  expect(findBadFields(form)).toEqual(fields);
});
