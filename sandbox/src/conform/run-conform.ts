import { checkServer } from '../remote/check-server.ts';
import { createYouTrackClient, type YouTrackClient } from '../remote/youtrack-client.ts';
import { parseFlags } from '../server/parse-flags.ts';
import { StartError } from '../server/start-error.ts';
import { startSandbox } from '../server/start-sandbox.ts';
import { youTrackVersions } from '../youtrack-versions.ts';
import { allQuestions } from './all-questions.ts';
import { askQuestions, type Finding } from './ask-questions.ts';
import { type CleanUp, createCleanUp } from './clean-up.ts';
import { describeFindings, listFindings } from './describe-findings.ts';
import { type ConformFlags, parseConformFlags } from './parse-conform-flags.ts';
import type { Question } from './question.ts';
import { chooseProbeNames, type ProbeNames, startProbe } from './start-probe.ts';

/** What is around the command. */
export interface ConformSurroundings {
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Prints the result. */
  readonly onResult: (text: string) => void;
  /** Tells people how it goes. */
  readonly onLine: (line: string) => void;
  /** Asks whoever sits there; false where nobody does. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Aborted by Ctrl-C: what was made is then taken away first. */
  readonly signal: AbortSignal;
}

/** The world of the sandbox that the server is compared with: an administrator, and somebody without rights. */
const referenceWorld = {
  users: [{ login: 'admin' }, { login: 'other' }],
  permissions: [{ user: 'admin', keys: ['*'] }],
};

/** Exit codes: nothing differs; something does; it was broken off. */
const exitCodes = { same: 0, different: 2, aborted: 130 } as const;

/**
 * `youtrack-sandbox conform`: puts the same questions to a server and to a sandbox, and prints where they differ.
 * @returns the exit code: 0 when nothing differs, 2 when something does, 1 when it was not begun, 130 when it was broken off
 * @throws StartError when the server cannot be asked; what was made there is gone by then
 */
export async function runConform(args: readonly string[], around: ConformSurroundings): Promise<number> {
  const flags = parseConformFlags(args, around.environment);
  const questions = chooseQuestions(flags.only);
  const client = createYouTrackClient({ url: flags.against, token: flags.token });
  const known = await checkServer(client);
  const names = chooseProbeNames();
  around.onLine(announce(client, { ...names, ...known }));
  if (!flags.yes && !(await around.confirm('Go on?'))) {
    around.onLine('Nothing was done. Where nobody can answer, --yes says so beforehand.');
    return 1;
  }
  const findings = await compareWithSandbox({
    flags,
    questions,
    client,
    names,
    around,
    version: known.version,
  });
  if (around.signal.aborted) return exitCodes.aborted;
  const asked = { url: client.url, ...known };
  around.onResult(
    flags.json ? JSON.stringify(listFindings(findings), null, 2) : describeFindings(findings, asked),
  );
  const isSame = findings.every(({ isSame, server }) => isSame || server === undefined);
  return isSame ? exitCodes.same : exitCodes.different;
}

/** @throws StartError when there is no such question */
function chooseQuestions(only: readonly string[] | undefined): readonly Question[] {
  if (only === undefined) return allQuestions;
  const unknown = only.find((id) => !allQuestions.some((question) => question.id === id));
  if (unknown !== undefined)
    throw new StartError(
      `There is no question "${unknown}"; there are ${allQuestions.map(({ id }) => id).join(', ')}`,
    );
  return allQuestions.filter(({ id }) => only.includes(id));
}

function announce(
  { url }: YouTrackClient,
  { login, version, projectKey, app }: ProbeNames & { login: string; version: string },
): string {
  return [
    `On ${url} (YouTrack ${version}) this will, as ${login}:`,
    `  make a project ${projectKey} and, for a moment, ${projectKey}X, with some twenty issues and an article`,
    `  import an app ${app} for this project, and, one by one, ten small packages as ${app}-part`,
    `  call the app's endpoints, set off its rules, and call its two tools`,
    `  remove all of it at the end, also after an error or Ctrl-C`,
    `Nothing else on the server is changed.`,
  ].join('\n');
}

interface Comparison {
  readonly flags: ConformFlags;
  readonly questions: readonly Question[];
  readonly client: YouTrackClient;
  readonly names: ProbeNames;
  readonly around: ConformSurroundings;
  /** The server's. */
  readonly version: string;
}

async function compareWithSandbox({
  flags,
  questions,
  client,
  names,
  around,
  version,
}: Comparison): Promise<Finding[]> {
  const { buildFolder, onLine, signal } = around;
  const reference = await startSandbox({
    flags: parseFlags([
      '--port',
      '0',
      '--tracker-port',
      '0',
      ...flags.switches,
      ...versionSwitch(flags, version),
    ]),
    world: referenceWorld,
    onLine: () => undefined,
    buildFolder,
  });
  const own = createYouTrackClient({ url: reference.youtrack, token: 'perm:admin' });
  const cleanUp = createCleanUp(client);
  try {
    const sandbox = await startProbe({
      ...{ client: own, cleanUp: createCleanUp(own), names, buildFolder },
      otherToken: 'perm:other',
    });
    const server = await startProbe({ client, cleanUp, names, buildFolder, otherToken: flags.otherToken });
    let count = 0;
    return await askQuestions(questions, {
      ...{ sandbox, server, signal },
      onQuestion: ({ asks }) => onLine(`${++count}/${questions.length} ${asks}`),
    });
  } finally {
    await reportCleanUp(cleanUp, onLine);
    await reference.close();
  }
}

/** The sandbox is of the server's version, where there is such a sandbox and nobody says otherwise. */
function versionSwitch({ switches }: ConformFlags, version: string): string[] {
  const isKnown = youTrackVersions.some((known) => known === version);
  return isKnown && !switches.includes('--youtrack') ? ['--youtrack', version] : [];
}

async function reportCleanUp(cleanUp: CleanUp, onLine: (line: string) => void): Promise<void> {
  const problems = await cleanUp.run();
  for (const line of problems.length > 0 ? problems : ['What was made on the server is removed.'])
    onLine(line);
}
