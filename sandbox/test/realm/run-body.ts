import { createRealm } from '../../src/realm/create-realm.ts';
import type { Realm, RealmHost, RealmOutcome } from '../../src/realm/realm.ts';
import { loadRealmSources } from '../../src/realm/realm-sources.ts';
import { buildFolder } from '../support/build-folder.ts';

const sources = loadRealmSources({ buildFolder });

export interface BodyRun {
  /** What the body handed to `console.log`. */
  readonly logged: readonly string[];
  readonly outcome: RealmOutcome;
}

export const callProbe = {
  kind: 'call',
  script: 'probe',
  function: { in: 'httpHandler', endpoint: 0 },
  context: {},
} as const;

export function loadScripts(scripts: Readonly<Record<string, string>>, timeLimitMs = 10_000): Realm {
  return createRealm({
    appName: 'probe',
    scripts: new Map(Object.entries(scripts)),
    sources,
    timeLimitMs,
    log: () => undefined,
  });
}

/** A script whose only endpoint runs a body with `ctx`. */
export function scriptOf(body: string): string {
  return `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'x', handle: async (ctx) => { ${body} } }] };`;
}

/** A host that knows nothing but how to log. */
export function loggingHost(logged: string[]): RealmHost {
  return (operation, _level, message) => {
    if (operation === 'log') logged.push(String(message));
    return undefined;
  };
}

export function runBody(body: string, timeLimitMs?: number): BodyRun {
  const logged: string[] = [];
  const realm = loadScripts({ probe: scriptOf(body) }, timeLimitMs);
  return { outcome: realm.run(callProbe, loggingHost(logged)), logged };
}
