import { listExamples, type Operation, type Parameter } from './openapi-document.ts';

/** A value to try for one query parameter of an operation. */
export interface Probe {
  readonly operation: Operation;
  readonly name: string;
  readonly value: string;
}

// A word, a key, an address, a day that is none, numbers, nothing, what no key contains, and letters of another script.
const always = ['x', 'DEMO-1', 'https://tracker.yandex.ru/TEST-1', '2026-02-30', '0', '1.5', ' ', '?', 'ж'];

/** Values on both sides of everything the document says of an operation's query parameters. */
export function listProbes(operation: Operation): Probe[] {
  return operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) =>
      listValues(parameter).map((value) => ({ operation, name: parameter.name, value })),
    );
}

function listValues(parameter: Parameter): string[] {
  const { enum: words = [], examples = [], minimum, maximum, maxLength, type } = parameter.schema;
  const named = [words, examples, listExamples(parameter), type === 'boolean' ? [true, false] : []].flat();
  const around = [minimum, maximum].flatMap((bound) =>
    typeof bound === 'number' ? [bound - 1, bound, bound + 1] : [],
  );
  const long = typeof maxLength === 'number' ? ['ж'.repeat(maxLength), 'ж'.repeat(maxLength + 1)] : [];
  return [...always, ...[...named, ...around].map(String), ...long];
}
