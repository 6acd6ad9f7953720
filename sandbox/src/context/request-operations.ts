import { type Primitive, writeStream, writeString } from '../api/wire.ts';
import type { AnswerDraft, Execution, IncomingRequest, Operation } from '../ports/execution.ts';
import { fromScript } from './script-values.ts';

/** What `ctx.request` and `ctx.response` of an HTTP handler do. */
export const requestOperations: Readonly<Record<string, Operation>> = {
  request: (execution, part) => readPart(execution, String(part)),
  parameter({ request }, name) {
    const value = request?.parameters.find(([key]) => key === name)?.[1];
    return value === undefined ? null : writeString(value);
  },
  parameters: ({ request }, name) =>
    JSON.stringify((request?.parameters ?? []).filter(([key]) => key === name).map(([, value]) => value)),
  answer({ answer, streams }, part, value, more) {
    if (answer !== undefined) writePart(answer, { part: String(part), value, more, streams });
    return undefined;
  },
};

function readPart({ request, streams }: Execution, part: string): Primitive {
  if (request === undefined) throw new Error('There is no request here');
  if (part === 'body') return consumeText(request);
  if (part === 'bodyAsStream') {
    consume(request, 'stream');
    return writeStream(streams.push(request.body) - 1);
  }
  if (part === 'headers') return JSON.stringify(request.headers.map(({ name, value }) => [name, value]));
  if (part === 'parameterNames')
    return JSON.stringify([...new Set(request.parameters.map(([name]) => name))]);
  if (part === 'method') return request.method;
  return part === 'path' ? request.path : request.fullPath;
}

function consumeText(request: IncomingRequest): Primitive {
  consume(request, 'text');
  return writeString(new TextDecoder().decode(request.body));
}

/** The body is a stream underneath and can be consumed once; reading its text again gives the same text. */
function consume(request: IncomingRequest, how: 'text' | 'stream'): void {
  if (request.consumed !== 'not') throw new Error('The body of the request has been consumed already');
  request.consumed = how;
}

interface AnswerPart {
  readonly part: string;
  readonly value: Primitive;
  readonly more: Primitive;
  readonly streams: readonly Uint8Array[];
}

function writePart(answer: AnswerDraft, { part, value, more, streams }: AnswerPart): void {
  if (part === 'code') answer.code = Number(value);
  else if (part === 'body') answer.body = value === null || value === undefined ? undefined : String(value);
  else if (part === 'stream') answer.body = streamOf(value, streams);
  else if (part === 'header') setHeader(answer, String(value), more);
}

function streamOf(value: Primitive, streams: readonly Uint8Array[]): Uint8Array | undefined {
  const stream = fromScript(value);
  return typeof stream === 'object' && stream !== null && 'stream' in stream
    ? streams[stream.stream]
    : undefined;
}

function setHeader({ headers }: AnswerDraft, name: string, value: Primitive): void {
  if (value === null || value === undefined) headers.delete(name.toLowerCase());
  else headers.set(name.toLowerCase(), { name, value: String(value) });
}
