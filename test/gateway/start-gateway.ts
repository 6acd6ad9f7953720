import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../support/find-free-port.ts';

/** The published configuration in a real nginx. */
export interface RunningGateway {
  /** Without TLS, as the Tracker stand-in calls it. */
  readonly http: string;
  /** With TLS, as the file has it. */
  readonly httpsPort: number;
  readonly certificate: string;
  /** Everything nginx has written down so far. */
  logs(): string;
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

/** What is missing for this test, as a sentence; undefined where nothing is. */
export function findWhatIsMissing(): string | undefined {
  const missing = ['nginx', 'openssl'].filter(
    (command) => spawnSync(command, ['version'], { stdio: 'ignore' }).error !== undefined,
  );
  return missing.length === 0 ? undefined : `${missing.join(' and ')} cannot be started on this machine`;
}

/** Starts nginx before a YouTrack, with the marked lines of the configuration filled in and nothing else changed. */
export async function startGateway(youtrack: string): Promise<RunningGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const [httpPort, httpsPort] = [await findFreePort(), await findFreePort()];
  makeCertificate(folder);
  writeFileSync(join(folder, 'gateway.conf'), fillIn({ folder, youtrack, httpPort, httpsPort }));
  writeFileSync(join(folder, 'nginx.conf'), surroundings(folder));
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'start.log')], {
    stdio: 'ignore',
  });
  const read = (name: string) => readFileSync(join(folder, name), { encoding: 'utf8', flag: 'a+' });
  const logs = () => ['start.log', 'access.log', 'error.log'].map(read).join('');
  await untilOpen(`http://127.0.0.1:${httpPort}`, child, logs);
  return {
    http: `http://127.0.0.1:${httpPort}`,
    httpsPort,
    certificate: read('certificate.pem'),
    logs,
    stop: async () => {
      await stop(child);
      rmSync(folder, { recursive: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly youtrack: string;
  readonly httpPort: number;
  readonly httpsPort: number;
}

function fillIn({ folder, youtrack, httpPort, httpsPort }: Place): string {
  const changes: readonly (readonly [text: string, by: string])[] = [
    ['listen 443 ssl;', `listen 127.0.0.1:${httpsPort} ssl; listen 127.0.0.1:${httpPort};`],
    ['tracker-gateway.example.com', '127.0.0.1'],
    ['/etc/ssl/tracker-gateway', folder],
    ['https://youtrack.example.com', youtrack],
    ['/var/log/nginx/tracker-links.log', join(folder, 'access.log')],
    ['/var/log/nginx/tracker-links-error.log', join(folder, 'error.log')],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the configuration lacks ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync('docs/gateway/tracker-links.conf', 'utf8'),
  );
}

/** What the file is included in: one process, everything it writes in a folder of its own. */
function surroundings(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ');
  const pid = join(folder, 'nginx.pid');
  return `daemon off; master_process off; pid ${pid}; events {} http { ${paths} include gateway.conf; }`;
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=gateway', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...name, ...files], { stdio: 'ignore' });
}

async function untilOpen(url: string, child: ChildProcess, logs: () => string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return;
    await pause(20);
  }
  child.kill('SIGKILL');
  throw new Error(`nginx did not start\n${logs()}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
