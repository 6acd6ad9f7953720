const arrays = ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'];
const iterators = [
  'drop',
  'every',
  'filter',
  'find',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'some',
  'take',
  'toArray',
];
const sets = [
  ...[
    'difference',
    'intersection',
    'isDisjointFrom',
    'isSubsetOf',
    'isSupersetOf',
    'symmetricDifference',
    'union',
  ],
];

function below(owner: string, names: readonly string[]): string[] {
  return names.map((name) => `${owner}.${name}`);
}

/** What editions of ECMAScript after 2022 have added to the language's own objects. Source: tc39/proposals, "Finished". */
export const laterMembers: readonly (readonly [edition: string, members: readonly string[]])[] = [
  [
    'ES2023',
    [...below('Array.prototype', [...arrays, 'toSpliced']), ...below('TypedArray.prototype', arrays)],
  ],
  [
    'ES2024',
    [
      ...['Object.groupBy', 'Map.groupBy', 'Promise.withResolvers'],
      ...below('String.prototype', ['isWellFormed', 'toWellFormed']),
      ...below('ArrayBuffer.prototype', ['detached', 'maxByteLength', 'resizable', 'resize']),
      ...below('ArrayBuffer.prototype', ['transfer', 'transferToFixedLength']),
    ],
  ],
  [
    'ES2025',
    [
      ...['Iterator', 'Float16Array', 'Promise.try', 'RegExp.escape', 'Math.f16round'],
      ...below('Iterator.prototype', iterators),
      ...below('Set.prototype', sets),
      ...below('DataView.prototype', ['getFloat16', 'setFloat16']),
    ],
  ],
  [
    'a later edition',
    [
      ...[
        'Array.fromAsync',
        'Error.isError',
        'Math.sumPrecise',
        'JSON.rawJSON',
        'JSON.isRawJSON',
        'Temporal',
      ],
      ...[
        'Uint8Array.fromBase64',
        'Uint8Array.fromHex',
        'SuppressedError',
        'DisposableStack',
        'AsyncDisposableStack',
      ],
      ...below('Uint8Array.prototype', ['setFromBase64', 'setFromHex', 'toBase64', 'toHex']),
      ...below('Map.prototype', ['getOrInsert', 'getOrInsertComputed']),
      ...below('WeakMap.prototype', ['getOrInsert', 'getOrInsertComputed']),
      ...below('Array.prototype', ['group', 'groupToMap']),
    ],
  ],
];
