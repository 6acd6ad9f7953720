/** The inside of a variable of Tracker's triggers, without the braces and the format: `issue.local.youtrack`. */
export type FieldVariable = string;

const part = /^[A-Za-z][A-Za-z0-9_-]*$/;
const mostCharacters = 200;

/**
 * The variable of a field, by whatever somebody copies from Tracker: the field's key, its id in Tracker's API
 * (`60631…--youtrack`), or the variable with or without braces, `issue`, `local` and `.json`. A bare key is that of a local
 * field, since those are what a queue's owner can add. Undefined where it can be none, as with the name of a field.
 */
export function readVariable(text: string): FieldVariable | undefined {
  const bare = text
    .slice(0, mostCharacters)
    .replace(/[\s"'`]/g, '')
    .replace(/^(?:not_var)?\{{1,2}|\}{1,2}$/g, '')
    .replace(/\.json$/i, '')
    .replace(/^(?:issue\.)?(?:local\.)?[0-9a-f]{24}--/i, 'issue.local.');
  const [first, ...rest] = bare.split('.');
  const named =
    first?.toLowerCase() === 'issue' ? rest : [...(isLocal(first) ? [] : ['local']), first, ...rest];
  const path = named.map((name = '') => (isLocal(name) ? 'local' : name));
  const isField = path.length > 0 && path.at(-1) !== 'local' && path.every((name) => part.test(name));
  return isField ? `issue.${path.join('.')}` : undefined;
}

function isLocal(name: string | undefined): boolean {
  return name?.toLowerCase() === 'local';
}
