import { callHost } from './bridge.ts';

export type ModuleFactory = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: unknown },
) => void;

interface LoadedModule {
  readonly factory: () => unknown;
  exports: unknown;
  state: 'new' | 'loading' | 'loaded';
}

const apiPrefix = '@jetbrains/youtrack-scripting-api/';
const modules = new Map<string, LoadedModule>();

/** A module of the scripting API that is written here. */
export function defineApiModule(name: string, make: () => unknown): void {
  modules.set(apiPrefix + name, { factory: make, exports: undefined, state: 'new' });
}

/** A CommonJS text the host has compiled: a script of the app (`./issue`), or a published module of the API. */
export function defineScript(path: string, factory: ModuleFactory): void {
  const holder: { exports: unknown } = { exports: {} };
  const entry: LoadedModule = {
    exports: holder.exports,
    state: 'new',
    factory: () => {
      const require = (name: string) => requireFrom(path, name);
      factory.call(holder.exports, Object(holder.exports), require, holder);
      return holder.exports;
    },
  };
  modules.set(path, entry);
}

/** The module's exports; a module that is being loaded gives what it has exported so far, as CommonJS does. */
export function loadModule(path: string): unknown {
  const module = modules.get(path);
  if (module === undefined) throw new Error(`there is no script ${path}`);
  if (module.state !== 'new') return module.exports;
  module.state = 'loading';
  module.exports = module.factory() ?? module.exports;
  module.state = 'loaded';
  return module.exports;
}

function requireFrom(script: string, name: string): unknown {
  const path = resolve(script, String(name));
  if (path !== undefined) return loadModule(path);
  const message = `${describe(script)} requires '${name}', which is neither in the package nor part of the scripting API`;
  callHost('unresolved', message);
  throw new Error(message);
}

function resolve(script: string, name: string): string | undefined {
  const sibling = script.startsWith(apiPrefix) && name.startsWith('./') ? apiPrefix + name.slice(2) : name;
  const plain = sibling.endsWith('.js') ? sibling.slice(0, -3) : sibling;
  return modules.has(plain) ? plain : undefined;
}

function describe(script: string): string {
  return script.startsWith('./') ? `script ${script.slice(2)}.js` : script;
}
