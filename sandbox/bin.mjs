#!/usr/bin/env node
import { join } from 'node:path';
import { main } from './dist/node/cli.mjs';

/** `youtrack-sandbox`: starts the built sandbox with the flags given. */
process.exit(await main(process.argv.slice(2), { buildFolder: join(import.meta.dirname, 'dist') }));
