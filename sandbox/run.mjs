import { buildSandbox } from './build.mjs';

/** `npm run sandbox`: bundles the sandbox from its sources and starts it with the flags given. */
await buildSandbox();
await import('./bin.mjs');
