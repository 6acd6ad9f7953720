import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';

const scripts = readdirSync('dist').filter((name) => name.endsWith('.js'));

/** Names of other realms that a script could use by mistake; none of them exists in YouTrack. */
const foreignNames =
  /\b(process|Buffer|globalThis|window|document|fetch|setTimeout|setInterval|queueMicrotask|URL|URLSearchParams|TextEncoder|structuredClone|crypto|performance|eval)\b(?=\s*[.(])/;

/** Stands for any module of JetBrains' scripting API. */
const scriptingApi: unknown = new Proxy(() => scriptingApi, { get: () => scriptingApi });

interface Script {
  readonly httpHandler?: { readonly endpoints: readonly { readonly handle: unknown }[] };
}

/** Runs a script, and the libraries it requires, where there is nothing but the language, `console` and JetBrains' modules. */
function load(name: string): Script {
  const context = createContext({ console: {} });
  const run = (file: string): Script => {
    const module: { exports: Script } = { exports: {} };
    const require = (path: string): unknown => {
      if (/^@jetbrains\/youtrack-scripting-api\/[a-z-]+$/.test(path)) return scriptingApi;
      expect(path).toMatch(/^\.\/lib-[a-z-]+$/);
      return run(`${path.slice(2)}.js`);
    };
    const text = readFileSync(`dist/${file}`, 'utf8');
    runInContext(`(function (exports, require, module) {${text}\n})`, context)(
      module.exports,
      require,
      module,
    );
    return module.exports;
  };
  return run(name);
}

describe('a packaged script', () => {
  test.each(scripts)('%s loads where there is nothing but the language', (name) => {
    for (const { handle } of load(name).httpHandler?.endpoints ?? []) expect(typeof handle).toBe('function');
  });

  test.each(scripts)('%s uses no name of Node or a browser', (name) => {
    const code = readFileSync(`dist/${name}`, 'utf8').replace(/(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/g, '""');
    expect(foreignNames.exec(code)?.[0]).toBeUndefined();
  });
});
