import { createContext, runInContext } from 'node:vm';
import { BuildProblem } from './build-problem.mjs';

/** More than this and YouTrack spends noticeable time on evaluating a script. */
const maxScriptBytes = 60_000;

/** What all scripts weigh together: each line once. Of this, 100,000 are for telling Tracker what changes here and asking it, loaded when it is told or asked. */
const maxTotalBytes = 310_000;

/** What is evaluated before an `info` can be answered, at most: on GraalJS's interpreter it takes as long as there is text. */
const maxInfoBytes = 40_000;

const scriptingApi = '@jetbrains/youtrack-scripting-api/';

/** What YouTrack looks for in a script; a script that exports none of them is a library. */
const handlerExports = ['httpHandler', 'rule', 'aiTool'];

/** Rooms that nothing Tracker or a page waits for needs: Tracker asks for `info` all day long. */
const roomsApartFromInfo = ['administration', 'registration', 'checks', 'transfer', 'mirroring', 'tracker'];

/**
 * Checks the scripts of a package, as `bundleScripts` describes them, together: that they load where there is nothing but the
 * language, with libraries that are there, and no more than they need. Prints what each weighs.
 * @throws BuildProblem
 */
export function checkScripts(scripts) {
  const byName = new Map(scripts.map((script) => [script.name, script]));
  for (const script of scripts) {
    checkSize(script);
    checkNames(script);
    checkRequires(script, byName);
  }
  checkTotal(scripts);
  for (const script of scripts) checkLoaded(script, byName);
}

function checkSize({ name, code }) {
  const bytes = Buffer.byteLength(code);
  if (bytes > maxScriptBytes)
    throw new BuildProblem(`${name}.js is ${bytes} bytes, but a script must stay below ${maxScriptBytes}`);
  console.log(`${`${name}.js`.padEnd(24)}${String(bytes).padStart(8)} bytes`);
}

function checkTotal(scripts) {
  const bytes = scripts.reduce((total, { code }) => total + Buffer.byteLength(code), 0);
  if (bytes > maxTotalBytes)
    throw new BuildProblem(`all scripts are ${bytes} bytes, but must stay below ${maxTotalBytes}`);
  console.log(`${'all scripts'.padEnd(24)}${String(bytes).padStart(8)} bytes`);
}

/** Two exports of a library with one name are told apart by a number, which nobody could read or rely on. */
function checkNames({ name, exports }) {
  const renamed = exports.find((one) => /\$\d+$/.test(one));
  if (renamed !== undefined)
    throw new BuildProblem(`${name}.js would export ${renamed}: another export of its room is called so too`);
}

/** At once or later: a require that cannot be resolved makes YouTrack refuse the whole package. */
function checkRequires({ name, code }, byName) {
  for (const [, module] of code.matchAll(/\brequire\(["']([^"']*)["']\)/g)) {
    if (module.startsWith(scriptingApi)) continue;
    const sibling = byName.get(module.replace(/^\.\//, ''));
    if (sibling === undefined)
      throw new BuildProblem(`${name}.js requires "${module}", which YouTrack does not have`);
    if (!sibling.isLibrary)
      throw new BuildProblem(`${name}.js requires ${sibling.name}.js, which is a handler`);
  }
}

/** Evaluates a script as YouTrack does on import. */
function checkLoaded({ name, isLibrary }, byName) {
  const { exports, loaded } = load(name, byName);
  const found = handlerExports.filter((one) => exports[one] !== undefined);
  if (isLibrary && found.length > 0)
    throw new BuildProblem(`${name}.js exports ${found[0]}: YouTrack would take it for a handler`);
  if (isLibrary) return;
  if (found.length === 0) throw new BuildProblem(`${name}.js exports no ${handlerExports.join(', ')}`);
  if (!exports.httpHandler?.endpoints?.some(({ path }) => path === 'info')) return;
  const rooms = [...loaded].flatMap((script) => byName.get(script).rooms);
  const needless = roomsApartFromInfo.find((room) => rooms.includes(room));
  if (needless !== undefined)
    throw new BuildProblem(`${name}.js answers info, but loads src/${needless} before it can`);
  const bytes = [...loaded].reduce((sum, script) => sum + Buffer.byteLength(byName.get(script).code), 0);
  if (bytes > maxInfoBytes)
    throw new BuildProblem(`${name}.js answers info, but loads ${bytes} bytes before it can`);
}

/** A script's exports in a realm without Node, and the names of all scripts that were evaluated for them. */
function load(name, byName) {
  const loaded = new Map();
  const context = createContext({ console: {} });
  const evaluate = (script) => {
    const known = loaded.get(script);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(script, module);
    const require = (path) => (path.startsWith(scriptingApi) ? anything : evaluate(path.slice(2)));
    const wrapped = `(function (exports, require, module) {${byName.get(script).code}\n})`;
    try {
      runInContext(wrapped, context, { filename: `${script}.js` })(module.exports, require, module);
    } catch (error) {
      if (error instanceof BuildProblem) throw error;
      throw new BuildProblem(`${script}.js fails while it is loaded: ${error}`);
    }
    return module.exports;
  };
  return { exports: evaluate(name), loaded: new Set(loaded.keys()) };
}

/** Stands for any module of the scripting API: every member is again such a thing, and can be called. */
const anything = new Proxy(() => anything, { get: () => anything });
