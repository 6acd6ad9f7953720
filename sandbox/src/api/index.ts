import { type Bridge, connectBridge, parseJson } from './bridge.ts';
import { createConsole } from './console.ts';
import { defineEntities, type TypeDescription } from './define-entities.ts';
import { type MakeHostValue, setHostValue } from './host-value.ts';
import { createHttpModule } from './http.ts';
import { environment, Java } from './java.ts';
import { createLicenseModule } from './license.ts';
import { lockGlobals } from './lock-globals.ts';
import { defineApiModule, defineScript, type ModuleFactory } from './modules.ts';
import { removeLaterMembers } from './remove-later-members.ts';
import { removeLaterThings, type VersionDescription } from './remove-later-things.ts';
import { run } from './run.ts';
import { installSandboxDate } from './sandbox-date.ts';
import { createSearchModule } from './search.ts';

type PublishedFactory = (
  ...parameters: [...Parameters<ModuleFactory>, java: typeof Java, environment: object]
) => void;

/** What the host holds of a realm: it hands over compiled scripts and starts jobs; everything else goes over the bridge. */
export interface RealmEntry {
  define(path: string, factory: ModuleFactory): void;
  definePublished(path: string, factory: PublishedFactory): void;
  run(): void;
}

/** What of the language scripts find: what every server's engine has, or all that this Node has. */
export type Engine = 'es2022' | 'node';

/** What the host tells a realm of the API. */
export interface RealmDescription extends VersionDescription {
  readonly types: readonly TypeDescription[];
}

/**
 * Makes a fresh realm what YouTrack's scripts expect: no globals but the language's and `console`, and the scripting API
 * behind `require`. Evaluated inside the realm before any script of the app.
 * @param describedJson the entity types, and what the version of YouTrack lacks: a `RealmDescription`
 * @param makeValue left out where the platform's values are JavaScript's own
 */
export function start(
  bridge: Bridge,
  describedJson: string,
  engine: Engine,
  makeValue?: MakeHostValue,
): RealmEntry {
  connectBridge(bridge);
  setHostValue(makeValue);
  lockGlobals(createConsole());
  if (engine === 'es2022') removeLaterMembers();
  installSandboxDate();
  // At once, not when a script asks for the module: the entities of `ctx` are of these classes, too.
  const described = parseJson(describedJson) as RealmDescription;
  const entities = defineEntities(described.types);
  removeLaterThings(described, entities);
  const modules: Readonly<Record<string, () => unknown>> = {
    entities: () => entities,
    http: createHttpModule,
    license: createLicenseModule,
    search: createSearchModule,
  };
  for (const [name, make] of Object.entries(modules)) defineApiModule(name, make);
  return { define: defineScript, definePublished, run };
}

/** JetBrains' own modules, and only they, see `Java` and `$$environment`. */
function definePublished(path: string, factory: PublishedFactory): void {
  defineScript(path, function (this: unknown, exports, require, module) {
    factory.call(this, exports, require, module, Java, environment);
  });
}
