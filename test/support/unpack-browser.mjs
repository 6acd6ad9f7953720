import { execFile } from 'node:child_process';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const folder = resolve('node_modules/.cache/chromium');

/**
 * Unpacks the Chromium that @sparticuz/chromium carries, once per installed version, into the project's own cache: the
 * browser, the shared libraries it needs and its fonts, so that a bare machine has all of it and pictures look the same
 * everywhere. Sets `CHROMIUM_PATH` and `CHROMIUM_FOLDER` for the processes to come; a `CHROMIUM_PATH` that is already
 * set wins. Run it before anything launches a browser.
 */
export async function unpackBrowser() {
  if (process.env.CHROMIUM_PATH) return;
  const { version } = JSON.parse(await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8'));
  const home = join(folder, version);
  const complete = join(home, 'complete');
  const isThere = await access(complete).then(
    () => true,
    () => false,
  );
  if (!isThere) await unpackInto(home, complete);
  process.env.CHROMIUM_PATH = join(home, 'chromium');
  process.env.CHROMIUM_FOLDER = home;
}

async function unpackInto(home, complete) {
  await mkdir(home, { recursive: true });
  // The package unpacks into the temporary folder, and its libraries only where it believes itself on Amazon Linux.
  const env = { ...process.env, TMPDIR: home, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', script], { env, timeout: 300_000 });
  await writeFile(
    join(home, 'fonts.conf'),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`,
  );
  await writeFile(complete, '');
}
