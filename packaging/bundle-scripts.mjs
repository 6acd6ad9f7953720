import { readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { BuildProblem } from './build-problem.mjs';

/** What the name of a library begins with, and the name of no handler. */
const libraryPrefix = 'lib-';

/** What the name of a library ends with that is loaded when it is used, and not before. */
const laterSuffix = '-later';

/** What the name of a library ends with that the leanest handler does without. */
const moreSuffix = '-more';

/** What Tracker's pages call again and again: an `info` is to load no line that it does not need. */
const leanest = join('handlers', 'issue.ts');

/**
 * Makes one script of every handler and one library of every room (a folder of `src`) that several handlers use:
 * `handlers/issue.ts` becomes `issue.js`, `handlers/tools/list-links.ts` becomes `tool-list-links.js`, and what they share of
 * `src/links` becomes `lib-links.js`; what is loaded later of `src/mirroring`, and what that alone uses, `lib-mirroring-later.js`; what
 * other handlers than the leanest load at once, `lib-links-more.js`.
 * What one handler alone uses is part of its script. Un-minified, so that the scripts can
 * be read on the server. Rollup makes them, because it keeps to the libraries it is told and writes CommonJS as one would
 * by hand.
 * @returns for each script `{name, code, isLibrary, rooms, requires}`: the rooms its lines are from, the scripts it loads at once
 * @throws BuildProblem
 */
export async function bundleScripts(root) {
  const handlers = await findHandlers(root);
  const output = await bundle(root, handlers).catch(({ message }) => {
    throw new BuildProblem(message.split('\n')[0]);
  });
  return output.map((chunk) => describeScript(root, chunk, handlers));
}

async function bundle(root, handlers) {
  const graph = await rollup({
    input: handlers,
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    treeshake: { moduleSideEffects: false },
    preserveEntrySignatures: 'allow-extension',
    plugins: [readTypeScript(root), readManifest],
    onLog: refuseWarning,
  });
  const { output } = await graph.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (id, { getModuleInfo }) => chooseLibrary(root, id, getModuleInfo),
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    esModule: false,
    generatedCode: { preset: 'es2015', symbols: false },
  });
  await graph.close();
  return output;
}

/** Every file of `handlers`, by the name of its script. */
async function findHandlers(root) {
  const folder = join(root, 'handlers');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  const handlers = {};
  for (const file of files) {
    const name = nameScript(file.split(sep));
    if (name.startsWith(libraryPrefix))
      throw new BuildProblem(`handlers/${file} may not be called so: ${libraryPrefix} is for libraries`);
    if (Object.hasOwn(handlers, name))
      throw new BuildProblem(`two handlers would be ${name}.js; one of them is handlers/${file}`);
    handlers[name] = join(folder, file);
  }
  return handlers;
}

/** `tools/list-links.ts` → `tool-list-links`: YouTrack looks for scripts at the package's root alone. */
function nameScript(path) {
  const [file, ...folders] = path.toReversed();
  const kinds = folders.reverse().map((folder) => folder.replace(/s$/, ''));
  return [...kinds, file.replace(/\.ts$/, '')].join('-');
}

/**
 * Types away. A `require` of a source file is how a script loads a library only when it is used: the library's name takes the
 * file's place.
 */
function readTypeScript(root) {
  return {
    name: 'typescript',
    async transform(text, id) {
      if (!id.endsWith('.ts')) return null;
      const { code } = await transform(text, { loader: 'ts', target: 'es2022', charset: 'utf8' });
      return code.replace(/\brequire\("(\.[^"]*\.ts)"\)/g, (_, path) => {
        const door = resolve(dirname(id), path);
        const name = nameLibrary(root, door) + laterSuffix;
        this.emitFile({ type: 'chunk', id: door, name, preserveSignature: 'allow-extension' });
        return `require("./${name}")`;
      });
    },
  };
}

/** What is used of the manifest, and no more. */
const readManifest = {
  name: 'manifest',
  transform(text, id) {
    if (!id.endsWith('.json')) return null;
    const members = Object.entries(JSON.parse(text)).filter(([name]) => /^\w+$/.test(name));
    return members.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
  },
};

/** Nothing Rollup warns of may reach a server: an import nobody exports, modules or libraries in a circle. */
function refuseWarning(level, { message }) {
  if (level === 'warn') throw new Error(message);
}

/**
 * The library a module belongs to; none for what one handler alone uses. What the leanest handler does not load at once is kept
 * out of the libraries that it does load.
 */
function chooseLibrary(root, id, getModuleInfo) {
  const isHandler = (file) => isIn(join(root, 'handlers'), file);
  if (isHandler(id)) return undefined;
  const { isEntry, importers } = getModuleInfo(id);
  const entries = [...findEntries(id, getModuleInfo)];
  if (entries.length === 1 && entries.every(isHandler)) return undefined;
  const library = nameLibrary(root, isIn(join(root, 'src'), id) ? id : importers[0]);
  if (isEntry || !entries.some(isHandler)) return library + laterSuffix;
  return entries.includes(join(root, leanest)) ? library : library + moreSuffix;
}

/** The handlers, and the files that are loaded later, that a module is used by. */
function findEntries(id, getModuleInfo, seen = new Set(), entries = new Set()) {
  if (seen.has(id)) return entries;
  seen.add(id);
  const { isEntry, importers } = getModuleInfo(id);
  if (isEntry) entries.add(id);
  for (const importer of importers) findEntries(importer, getModuleInfo, seen, entries);
  return entries;
}

function nameLibrary(root, id) {
  return libraryPrefix + roomOf(root, id);
}

/** The folder of `src` a file is in; what is in none goes with the room that every other one uses. */
function roomOf(root, id) {
  const path = relative(join(root, 'src'), id).split(sep);
  return path.length > 1 ? path[0] : 'protocol';
}

function isIn(folder, id) {
  return id.startsWith(folder + sep);
}

function describeScript(root, { fileName, code, modules, imports, exports }, handlers) {
  const name = fileName.replace(/\.js$/, '');
  const isLibrary = !Object.hasOwn(handlers, name);
  const sources = Object.keys(modules).filter((id) => isIn(join(root, 'src'), id));
  const rooms = new Set(sources.map((id) => roomOf(root, id)));
  const room = name.slice(libraryPrefix.length).replace(new RegExp(`(${laterSuffix}|${moreSuffix})$`), '');
  if (isLibrary && !rooms.has(room))
    throw new BuildProblem(
      `${fileName} is no library of a room: two exports that are loaded later have the same name`,
    );
  return {
    name,
    isLibrary,
    rooms: [...rooms],
    exports,
    requires: imports.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3)),
    // Siblings go without `.js`, as JetBrains' documentation of custom scripts has it.
    code: code.replace(/\brequire\('(\.\/[^']+)\.js'\)/g, "require('$1')"),
  };
}
