import { buildSandbox } from '../build.mjs';
import { runSections } from './run-sections.mjs';

await buildSandbox();
await runSections({ start: 'sandbox/bench', world: 'sandbox/bench' }, process.argv.slice(2));
