import { parse } from 'acorn';

/** What an operator may become. */
const operators = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};

/** What a method may become; an empty text where the call goes altogether. */
const methods = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  toUpperCase: 'toLowerCase',
  toLowerCase: 'toUpperCase',
  find: 'findLast',
  trim: '',
  filter: '',
  slice: '',
  sort: '',
};

/**
 * Puts every mutant of a file into it at once, each behind a question: `(__m(17) ? a !== b : a === b)`.
 * @param code JavaScript
 * @param firstId the number of its first mutant
 * @returns {{code: string, mutants: {id: number, within: string, original: string, mutated: string}[]}} `within` names the function
 */
export function instrument(code, firstId) {
  const mutants = [];
  const raw = ({ start, end }) => code.slice(start, end);
  let within = 'file';

  const print = (node) => {
    const around = within;
    if (within === 'file') within = nameOf(node) ?? within;
    const text = printMutated(node);
    within = around;
    return text;
  };

  const printMutated = (node) => {
    const children = listChildren(node);
    let text = '';
    let at = node.start;
    for (const child of children) {
      text += code.slice(at, child.start) + (isCondition(node, child) ? printCondition(child) : print(child));
      at = child.end;
    }
    text += code.slice(at, node.end);
    const found = mutate(node, raw);
    if (found.length === 0) return text;
    if (node.type === 'BlockStatement') return `{ if (!${ask(node, '{}')}) ${text} }`;
    return `(${found.map((mutated) => `${ask(node, mutated)}?(${mutated}):`).join('')}(${text}))`;
  };

  const printCondition = (node) => `(${ask(node, 'true')}?true:${ask(node, 'false')}?false:(${print(node)}))`;

  const ask = (node, mutated) => {
    const id = firstId + mutants.length;
    mutants.push({ id, within, original: raw(node), mutated });
    return `__m(${id})`;
  };

  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return { code: print(tree), mutants };
}

/** What is declared at the top of a file: a function, or a value. */
function nameOf({ type, id }) {
  const isNaming = type === 'FunctionDeclaration' || type === 'VariableDeclarator';
  return isNaming && id?.type === 'Identifier' ? id.name : undefined;
}

function isCondition(node, child) {
  return node.type === 'IfStatement' && node.test === child;
}

/** Children that may be mutated, in the order they stand in. */
function listChildren(node) {
  const skipped = new Set([
    'source',
    'key',
    'label',
    'quasis',
    ...(node.type === 'TaggedTemplateExpression' ? ['quasi'] : []),
  ]);
  if (node.computed) skipped.delete('key');
  if (node.type === 'ImportDeclaration' || (node.type === 'ExpressionStatement' && node.directive)) return [];
  if (node.type === 'ExportNamedDeclaration' && node.declaration === null) return [];
  if (node.type === 'Property' && node.shorthand)
    return node.value.type === 'AssignmentPattern' ? [node.value] : [];
  if (node.type === 'CallExpression' && node.callee.name === 'require') return [];
  return Object.entries(node)
    .filter(([name]) => !skipped.has(name))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value?.type === 'string' && typeof value.start === 'number')
    .sort((one, other) => one.start - other.start);
}

function mutate(node, raw) {
  const mutator = mutators[node.type];
  return mutator === undefined ? [] : mutator(node, raw);
}

const withOperator = ({ operator, left, right }, raw) =>
  (operators[operator] ?? []).map((other) => `(${raw(left)}) ${other} (${raw(right)})`);

const mutators = {
  BinaryExpression: withOperator,
  LogicalExpression: withOperator,
  ConditionalExpression: ({ consequent, alternate }, raw) => [raw(consequent), raw(alternate)],
  UnaryExpression: ({ operator, argument }, raw) =>
    operator === '!' || operator === '-' ? [raw(argument)] : [],
  Literal: mutateLiteral,
  TemplateLiteral: ({ start, end }) => (end - start > 2 ? ['``'] : []),
  ArrayExpression: ({ elements }) => (elements.length > 0 ? ['[]'] : []),
  ObjectExpression: ({ properties }) => (properties.length > 0 ? ['{}'] : []),
  BlockStatement: ({ body }) => (body.length > 0 ? ['{}'] : []),
  CallExpression: mutateCall,
  ChainExpression: (node, raw) => mutateCall(node.expression, raw),
};

function mutateLiteral({ value, regex }) {
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'string') return [value === '' ? "'mutated'" : "''"];
  if (regex === undefined) return [];
  const { pattern, flags } = regex;
  return [
    ...(pattern.startsWith('^') ? [`/${pattern.slice(1)}/${flags}`] : []),
    ...(pattern.endsWith('$') && !pattern.endsWith('\\$') ? [`/${pattern.slice(0, -1)}/${flags}`] : []),
  ].filter((text) => text !== `//${flags}`);
}

function mutateCall({ type, callee, arguments: given, optional }, raw) {
  if (type !== 'CallExpression' || callee.type !== 'MemberExpression' || callee.computed) return [];
  const other = methods[callee.property.name];
  if (other === undefined || callee.object.type === 'Super') return [];
  const object = raw(callee.object);
  const dot = callee.optional ? '?.' : '.';
  return [
    other === '' ? object : `${object}${dot}${other}${optional ? '?.' : ''}(${given.map(raw).join(', ')})`,
  ];
}
