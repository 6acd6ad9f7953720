import { parseTrackerLogin, parseTrackerUid } from '../../src/protocol/tracker-identity.ts';

export type IdentityField = 'login' | 'trackerUid' | 'passportUid';
/** What stands in the form; an empty text is "not known". */
export type IdentityForm = Readonly<Record<IdentityField, string>>;

export const identityFields: readonly IdentityField[] = ['login', 'trackerUid', 'passportUid'];

/** The fields that the server would refuse. Spaces around a value do not matter; a blank one is "not known". */
export function findBadFields(form: IdentityForm): IdentityField[] {
  return identityFields.filter((field) => {
    const parse = field === 'login' ? parseTrackerLogin : parseTrackerUid;
    return form[field].trim() !== '' && !parse(form[field]).ok;
  });
}
