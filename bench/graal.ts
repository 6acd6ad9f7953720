import { readdirSync, readFileSync } from 'node:fs';
import { type Measured, measure } from '../sandbox/bench/measure.ts';
import { printLatencies, printTable } from '../sandbox/bench/print-table.ts';
import { loadRealmSources } from '../sandbox/src/realm/realm-sources.ts';
import { newestYouTrack } from '../sandbox/src/youtrack-versions.ts';
import { createGraalContext } from '../test/graal/create-graal-context.ts';
import { fetchGraal } from '../test/graal/fetch-graal.ts';
import { createMeter, type Meter } from './graal/meter.ts';
import { startMeteredApps } from './graal/start-metered-apps.ts';

const versions = ['23.1.8', '25.0.5'];
const sizes = [10, 100, 999];
const extent = { totalMs: 12_000, mostRounds: 400 };
const buildFolder = 'sandbox/dist';

/**
 * The same rivals on GraalJS's interpreter, which YouTrack runs scripts with: the engine's own time, without what it waits for the
 * platform, and how often it asks it. `BENCH_AGAINST` names the `dist` of another commit, whose evaluation is measured beside ours.
 */
export async function runBenchmark(): Promise<void> {
  for (const version of versions) {
    const fetched = fetchGraal(version);
    if ('missing' in fetched) console.log(`GraalJS ${version} is left out: ${fetched.missing}\n`);
    else await measureOn(version, fetched.libraries);
  }
}

async function measureOn(version: string, libraries: string): Promise<void> {
  await evaluate(version, libraries);
  const apps = await startMeteredApps(libraries, 200);
  try {
    const rivals: readonly Measured[] = [
      { name: 'hand-written info', run: () => apps.ask('handwritten', 'GET info') },
      { name: 'our info', run: () => apps.ask('tracker-links', 'GET info') },
      { name: 'hello', run: () => apps.ask('hello', 'GET hello') },
      { name: 'our links', run: () => apps.ask('tracker-links', 'GET links') },
    ];
    printLatencies(`Endpoints on GraalJS ${version}, the engine's own time`, await measure(rivals, extent));
    printTable('How often one request asks the platform', [
      ['', 'questions'],
      ...(await apps.countQuestions()),
    ]);
    await apps.fill(sizes);
    const adding = sizes.map((size, at) => ({
      name: `${size} links`,
      run: () => apps.ask('tracker-links', 'POST links', { at, body: { issueKey: 'NEW-1' } }),
      after: async () => void (await apps.ask('tracker-links', 'DELETE links', { at, query: 'NEW-1' })),
    }));
    printLatencies(
      `Adding one link on GraalJS ${version} to an issue that already has`,
      await measure(adding, extent),
    );
  } finally {
    await apps.close();
  }
}

/** Each evaluation is of a copy of the script and of all it loads at once, under names of its own, so that nothing is remembered. */
async function evaluate(version: string, libraries: string): Promise<void> {
  const { meter, close } = createMeter(libraries);
  try {
    const context = createGraalContext(meter, {
      appName: 'evaluated',
      scripts: new Map(),
      sources: loadRealmSources({ buildFolder }),
      timeLimitMs: 10_000,
      now: Date.now,
      engine: 'es2022',
      youtrack: newestYouTrack,
    });
    const load = (script: string) => {
      const outcome = context.run({ kind: 'load', scripts: [script] }, () => undefined);
      if (!outcome.ok) throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
    };
    const other = process.env.BENCH_AGAINST;
    const contestants = [
      ...(other === undefined ? [] : [['issue.js of BENCH_AGAINST', other, 'issue'] as const]),
      ['issue.js', 'dist', 'issue'] as const,
      ['global.js', 'dist', 'global'] as const,
      ['hello.js', 'bench/hello', 'hello'] as const,
    ];
    const things = contestants.map(([name, folder, script]) => ({
      name,
      run: async () => evaluateOnce(meter, { sources: readScripts(folder), script, load }),
    }));
    const title = `Evaluating a script with what it loads at once on GraalJS ${version}`;
    printLatencies(title, await measure(things, extent));
  } finally {
    close();
  }
}

let copies = 0;

function evaluateOnce(
  meter: Meter,
  {
    sources,
    script,
    load,
  }: { sources: ReadonlyMap<string, string>; script: string; load: (script: string) => void },
): number {
  copies += 1;
  const mark = `~${copies}`;
  const began = meter.spentMs;
  const defined = new Set<string>();
  const define = (name: string) => {
    if (defined.has(name)) return;
    defined.add(name);
    const text = sources.get(name) ?? '';
    const atOnce = [...text.matchAll(/^const \w+ = require\('\.\/([^']+)'\)/gm)].map(
      ([, wanted = '']) => wanted,
    );
    const renamed = text.replace(/(require\('\.\/[^']+)'\)/g, `$1${mark}')`);
    meter.order(
      ['define', `./${name}${mark}`, `app:evaluated/${name}${mark}.js`, 'exports,require,module', renamed],
      () => undefined,
    );
    for (const wanted of atOnce) define(wanted);
  };
  define(script);
  load(script + mark);
  return meter.spentMs - began;
}

function readScripts(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return new Map(names.map((file) => [file.slice(0, -3), readFileSync(`${folder}/${file}`, 'utf8')]));
}
