import { RestError } from './rest-error.ts';

/** The `fields` parameter as a tree: `id,project(key)` → id: leaf, project: {key: leaf}. */
export interface FieldTree {
  readonly [name: string]: FieldTree;
}

const maxDepth = 20;

/**
 * Parses the `fields` parameter. Source: "Fields Syntax" of JetBrains' REST reference.
 * @param text `id,summary,project(shortName,leader(login))`
 * @throws RestError 400 on parentheses that do not match and on nesting deeper than 20
 */
export function parseFields(text: string): FieldTree {
  const root: Record<string, FieldTree> = {};
  const open: Record<string, FieldTree>[] = [root];
  let last: string | undefined;
  for (const token of text.match(/[(),]|[^(),\s]+/g) ?? []) {
    const level = open.at(-1) ?? root;
    if (token === '(') {
      if (last === undefined || open.length > maxDepth) throw badFields(text);
      const inner: Record<string, FieldTree> = { ...level[last] };
      level[last] = inner;
      open.push(inner);
    } else if (token === ')') {
      if (open.length === 1) throw badFields(text);
      open.pop();
    } else if (token !== ',') {
      level[token] ??= {};
    }
    last = /[(),]/.test(token) ? undefined : token;
  }
  if (open.length !== 1) throw badFields(text);
  return root;
}

function badFields(text: string): RestError {
  return new RestError(400, `The "fields" parameter cannot be read: ${text.slice(0, 100)}`);
}
