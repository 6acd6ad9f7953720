import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A regular expression of our sources. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** What stands in a file: expressions, and how many are put together while it runs. */
export interface Expressions {
  readonly written: readonly Expression[];
  readonly composed: number;
}

interface Node {
  readonly type: string;
  readonly regex?: Expression;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly Node[];
  readonly quasi?: { readonly quasis: readonly { readonly value: { readonly raw: string } }[] };
  readonly value?: unknown;
}

/** The literals of a file, what it hands to `patternOnUse`, and the number of its `new RegExp`. */
export function readExpressions(file: string): Expressions {
  const loader = file.endsWith('x') ? 'tsx' : 'ts';
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader, jsx: 'automatic', target: 'esnext' });
  const nodes = listNodes(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return {
    written: nodes.flatMap((node) => node.regex ?? readDeferred(node) ?? []),
    composed: nodes.filter(({ type, callee }) => type === 'NewExpression' && callee?.name === 'RegExp')
      .length,
  };
}

/** ``patternOnUse(String.raw`…`, 'u')``. */
function readDeferred({ type, callee, arguments: given = [] }: Node): Expression | undefined {
  if (type !== 'CallExpression' || callee?.name !== 'patternOnUse') return undefined;
  const pattern = given[0]?.quasi?.quasis.map(({ value }) => value.raw).join('');
  return pattern === undefined ? undefined : { pattern, flags: String(given[1]?.value ?? '') };
}

function listNodes(tree: unknown): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && typeof node.type === 'string') nodes.push(node as Node);
    waiting.push(...Object.values(node));
  }
  return nodes;
}
