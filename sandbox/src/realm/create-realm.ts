import type { Job } from '../api/run.ts';
import type { Primitive } from '../api/wire.ts';
import { newestYouTrack } from '../youtrack-versions.ts';
import { checkModules } from './check-modules.ts';
import { createScriptContext } from './create-script-context.ts';
import { PackageError } from './package-error.ts';
import type { Realm, RealmError, RealmHost, RealmLogEntry, RealmOptions, RealmOutcome } from './realm.ts';
import type { DescribedScript, ScriptModule } from './script-module.ts';

const defaultTimeLimitMs = 10_000;

/**
 * Loads an app's scripts into a realm of their own.
 * @throws PackageError with one sentence: a syntax error, a require that cannot be resolved, an error while loading, mixed
 * scope families
 */
export function createRealm(options: RealmOptions): Realm {
  const { timeLimitMs = defaultTimeLimitMs, now = Date.now, engine = 'es2022' } = options;
  const { youtrack = newestYouTrack } = options;
  const { createContext = createScriptContext } = options;
  let context = createContext({ ...options, timeLimitMs, now, engine, youtrack });
  const modules = loadModules(options, context.run);
  return {
    modules,
    run(job, host) {
      const outcome = context.run(job, host);
      if (!outcome.ok && outcome.error.name === 'TimeLimitError' && context.isIdle()) context = renew();
      return outcome;
    },
  };

  /** What was stopped half-way may have left promises behind; they must not wake up in somebody else's execution. */
  function renew() {
    const fresh = createContext({ ...options, timeLimitMs, now, engine, youtrack });
    loadModules({ ...options, log: () => undefined }, fresh.run);
    return fresh;
  }
}

function loadModules(
  { scripts, log, mixedScopes = 'warn' }: RealmOptions,
  run: (job: Job, host: RealmHost) => RealmOutcome,
): ScriptModule[] {
  const unresolved: string[] = [];
  const outcome = run({ kind: 'load', scripts: [...scripts.keys()] }, (operation, a, b) => {
    if (operation === 'unresolved') unresolved.push(String(a));
    else if (operation === 'log') log({ level: levelOf(a), script: undefined, message: String(b) });
    else throw new Error('entities cannot be read while a script is being loaded');
    return undefined;
  });
  if (unresolved.length > 0) throw new PackageError([...new Set(unresolved)].join('. '));
  if (!outcome.ok) throw new PackageError(describeFailure(outcome.error));
  return checkModules(JSON.parse(String(outcome.result)) as DescribedScript[], {
    mixedScopes,
    warn: (script, message) => log({ level: 'WARN', script, message }),
  });
}

function describeFailure({ name, message, stack }: RealmError): string {
  const script = /app:[\w.~-]+\/([^\s:]+\.js):(\d+)/.exec(stack);
  const where = script === null ? 'a script' : `script ${script[1]} line ${script[2]}`;
  return `${where} fails while it is loaded: ${name}: ${message}`;
}

/** A level of the log; what is none counts as INFO. */
export function levelOf(level: Primitive): RealmLogEntry['level'] {
  return level === 'DEBUG' || level === 'WARN' || level === 'ERROR' ? level : 'INFO';
}
