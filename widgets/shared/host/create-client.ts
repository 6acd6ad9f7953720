import { type FailureKind, failed, kindOfRejection, type Outcome, readEnvelope } from './failure.ts';
import { inTime } from './in-time.ts';
import type { WidgetHost } from './youtrack-app.ts';

export interface AppCall {
  /** `handler/path`, as the app's scripts name it. */
  readonly endpoint: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** The widget's own entity, or no entity at all. */
  readonly scope: 'entity' | 'global';
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** Calls the app's endpoints; never throws. */
export interface AppClient {
  call<T>(call: AppCall): Promise<Outcome<T>>;
}

/**
 * A client over YouTrack's `fetchApp`. Every call asks for the envelope, since the host passes on neither the status nor
 * the body of a refusal; a call that is not answered in time ends as `timeout` (the server may still carry it out: all
 * our calls may be repeated safely). `findCause` says more precisely why there was no answer.
 */
export function createClient(
  host: Pick<WidgetHost, 'fetchApp'>,
  isOnline: () => boolean,
  findCause: (kind: FailureKind) => Promise<FailureKind> = async (kind) => kind,
): AppClient {
  /** Async, so that a host which throws at once rejects like any other. */
  async function ask({ endpoint, method = 'GET', scope, query, body }: AppCall): Promise<unknown> {
    return await host.fetchApp(endpoint, {
      method,
      query: withEnvelope(query),
      ...(scope === 'entity' ? { scope: true } : {}),
      ...(body === undefined ? {} : { body }),
    });
  }
  async function call<T>(call: AppCall): Promise<Outcome<T>> {
    if (!isOnline()) return failed('offline');
    const outcome = ask(call).then(
      (value) => readEnvelope<T>(value),
      (error: unknown) => failed(isOnline() ? kindOfRejection(error) : 'offline'),
    );
    const answer = await inTime(outcome, failed('timeout'));
    if (answer.ok) return answer;
    return { ok: false, failure: { ...answer.failure, kind: await findCause(answer.failure.kind) } };
  }
  return { call };
}

function withEnvelope(query: AppCall['query'] = {}): Record<string, string> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...Object.fromEntries(given), envelope: 'true' };
}
