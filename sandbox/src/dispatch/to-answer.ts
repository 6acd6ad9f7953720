import type { AnswerDraft } from '../ports/execution.ts';
import type { EndpointAnswer } from './endpoint-call.ts';

/** RFC 9110, "Tokens" and "Field Values": what HTTP lets a header be called, and have in it. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** How the body travels is the server's business, whatever a handler says of it. */
const ofServer: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

/**
 * What a handler has left in `ctx.response`, as an answer. Asked for before anything is committed.
 * @throws Error naming a status or header that HTTP does not have
 */
export function toAnswer({ code, body, headers }: AnswerDraft): EndpointAnswer {
  if (!Number.isInteger(code) || code < 200 || code > 599)
    throw new Error(`ctx.response.code is ${code}; a status is a whole number from 200 to 599`);
  const named = [...headers.values()].filter(({ name }) => !ofServer.has(name.toLowerCase()));
  for (const { name, value } of named) {
    if (!headerName.test(name)) throw new Error(`${JSON.stringify(name)} cannot be the name of a header`);
    if (!headerValue.test(value))
      throw new Error(`The header ${name} cannot have the value ${JSON.stringify(value.slice(0, 100))}`);
  }
  if (body !== undefined && !headers.has('content-type'))
    named.push({ name: 'Content-Type', value: 'text/plain' });
  return { status: code, headers: named, body: body ?? '' };
}
