/// <reference path="./scripting-http.d.ts" />
import type { Connection, Response } from '@jetbrains/youtrack-scripting-api/http';
import type { TrackerAnswer, TrackerHeader, TrackerRequest, TrackerTransport } from '../ports/tracker.ts';
import type { TrackerConnection } from './tracker-connection.ts';

/** No setting names a host: whoever could change it would be sent the token. */
const trackerOrigin = 'https://api.tracker.yandex.net';

/** Tracker over the scripting API's `http`. A script waits for the answer, inside its transaction. */
export function createTrackerTransport(
  http: { readonly Connection: typeof Connection },
  connection: TrackerConnection,
): TrackerTransport {
  return {
    send: (request) =>
      readAnswer(
        open(http, connection, request).doSync(
          request.method,
          request.path,
          Object.entries(request.query).map(([name, value]) => ({ name, value })),
          request.body,
        ),
      ),
  };
}

function open(
  http: { readonly Connection: typeof Connection },
  { organizationHeader, organizationId, authorization }: TrackerConnection,
  { language, timeoutMs, body }: TrackerRequest,
): Connection {
  const opened = new http.Connection(trackerOrigin, null, timeoutMs);
  opened.addHeader('Authorization', authorization);
  opened.addHeader(organizationHeader, organizationId);
  opened.addHeader('Accept', 'application/json');
  opened.addHeader('Accept-Language', language);
  if (body !== undefined) opened.addHeader('Content-Type', 'application/json; charset=utf-8');
  return opened;
}

/** What the host hands over, as texts and numbers of this language; no status means that there was no answer. */
function readAnswer({ code, response, headers }: Response): TrackerAnswer | undefined {
  const status = Number(code ?? 0);
  if (!(status >= 100)) return undefined;
  const read: TrackerHeader[] = [];
  headers.forEach(({ name, value }) => {
    read.push({ name: String(name ?? ''), value: String(value ?? '') });
  });
  return { status, headers: read, text: String(response ?? '') };
}
