import { type Finding, writeAnswer } from './ask-questions.ts';

/** Of which server the findings are. */
export interface Asked {
  readonly url: string;
  readonly version: string;
  readonly login: string;
}

/** The findings for people: what differs with all that is known of it, what was in doubt and is as here, and the rest counted. */
export function describeFindings(findings: readonly Finding[], { url, version, login }: Asked): string {
  const asked = findings.filter(({ server }) => server !== undefined);
  const different = asked.filter(({ isSame }) => !isSame);
  const same = asked.filter(({ isSame }) => isSame);
  const settled = same.filter(({ question }) => isInDoubt(question.standing));
  const known = same.length - settled.length;
  const skipped = findings.filter(({ server }) => server === undefined);
  return [
    `${asked.length} questions were put to ${url} (YouTrack ${version}) as ${login}, and to the sandbox.`,
    '',
    different.length === 0
      ? 'No answer differs.'
      : `${different.length} answer${different.length === 1 ? ' differs' : 's differ'}:`,
    ...different.flatMap(describeDifference),
    '',
    ...section(
      `${settled.length} in doubt so far, settled: the server does as the sandbox`,
      settled.map(describeSettled),
    ),
    `${known} more are as they were documented or seen.`,
    ...section(
      `${skipped.length} could not be asked without --other-token, the token of somebody without rights`,
      skipped.map(({ question }) => question.id),
    ),
  ].join('\n');
}

/** The findings for programs: one object a question. */
export function listFindings(findings: readonly Finding[]): unknown {
  return findings.map(({ question: { id, asks, standing, known, flag }, sandbox, server, isSame }) => ({
    ...{ id, asks, standing, known, flag, sandbox, server },
    verdict: server === undefined ? 'not asked' : isSame ? 'same' : 'different',
  }));
}

function isInDoubt(standing: Finding['question']['standing']): boolean {
  return standing === '?' || standing === 'conflict' || standing === 'inferred';
}

function describeDifference({ question, sandbox = null, server = null }: Finding): string[] {
  const { id, asks, standing, known, flag } = question;
  return [
    '',
    `  ${id}: ${asks}`,
    `    sandbox   ${writeAnswer(sandbox)}`,
    `    server    ${writeAnswer(server)}`,
    `    so far    [${standing}] ${known}`,
    ...(flag === undefined ? [] : [`    switch    ${flag} makes the sandbox answer otherwise`]),
  ];
}

function describeSettled({ question, server = null }: Finding): string {
  return `${question.id}: ${writeAnswer(server)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
}
