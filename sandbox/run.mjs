import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFolder, buildSandbox } from './build.mjs';

/** `npm run sandbox`: bundles the sandbox from its sources and starts it with the flags given. */
await buildSandbox();
const { main } = await import(pathToFileURL(join(buildFolder, 'node', 'cli.mjs')).href);
process.exit(await main(process.argv.slice(2), { buildFolder }));
