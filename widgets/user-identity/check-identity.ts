export type IdentityField = 'login' | 'trackerUid' | 'passportUid';
/** What stands in the form; an empty text is "not known". */
export type IdentityForm = Readonly<Record<IdentityField, string>>;

export const identityFields: readonly IdentityField[] = ['login', 'trackerUid', 'passportUid'];

const login = /^[A-Za-z0-9._@-]{1,100}$/;
const uid = /^[1-9][0-9]{0,15}$/;

/** The fields that the server would refuse. Spaces around a value do not matter. */
export function findBadFields(form: IdentityForm): IdentityField[] {
  return identityFields.filter((field) => {
    const value = form[field].trim();
    if (value === '') return false;
    return field === 'login'
      ? !login.test(value)
      : !uid.test(value) || Number(value) > Number.MAX_SAFE_INTEGER;
  });
}
