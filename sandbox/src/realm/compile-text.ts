import vm from 'node:vm';

/**
 * Names of the language that texts find in a scope around them. They are what the global names are, but V8 asks an
 * interceptor for each use of a global name in a `node:vm` context, which makes such a use some thirty times slower.
 */
const builtIns = [
  ...[
    'Array',
    'BigInt',
    'Boolean',
    'Date',
    'Error',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Promise',
    'Proxy',
  ],
  ...['RangeError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'WeakMap', 'WeakSet'],
  ...['decodeURIComponent', 'encodeURIComponent', 'isNaN', 'parseFloat', 'parseInt'],
];

export interface TextToCompile {
  readonly text: string;
  /** What stack traces call it. */
  readonly filename: string;
  readonly parameters: readonly string[];
}

/** A function of a context with the text as its body. @throws SyntaxError */
export function compileText<T>(context: vm.Context, { text, filename, parameters }: TextToCompile): T {
  // Seen once by itself, so that a text that closes the function around it is refused here.
  vm.compileFunction(text, [...parameters], { filename, parsingContext: context });
  const prefix = `return function (${parameters.join(', ')}) {`;
  const wrap = vm.compileFunction(`${prefix}${text}\n}`, builtIns, {
    filename,
    parsingContext: context,
    columnOffset: -prefix.length,
  });
  return wrap(...vm.runInContext(`[${builtIns.join(', ')}]`, context)) as T;
}
