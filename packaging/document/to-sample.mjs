import { findExample } from './read-document.mjs';

/**
 * One request that an operation understands, made from the document's own examples: what is required, and nothing else.
 * @returns {{method: string, path: string, body: unknown}} the body is undefined where there is none
 */
export function toSample({ method, path, parameters, requestBody }) {
  const encodeExample = (parameter) => encodeURIComponent(String(findExample(parameter) ?? ''));
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, encodeExample(one)), path);
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=${encodeExample(one)}`);
  const body = requestBody && findExample(requestBody.content['application/json']);
  return { method, path: filled + (query.length > 0 ? `?${query.join('&')}` : ''), body };
}

/** The request as one sends it from a shell. */
export function toCurl({ method, path, body }, server = 'https://youtrack.example.com') {
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(server + path)}`,
    `-H 'Authorization: Bearer perm:…'`,
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
}
