import type { Answer } from './answer.ts';
import type { Probe } from './probe.ts';
import type { Question } from './question.ts';

/** One question with both answers; without them it could not be asked. */
export interface Finding {
  readonly question: Question;
  readonly sandbox?: Answer;
  readonly server?: Answer;
  readonly isSame: boolean;
}

export interface BothSides {
  readonly sandbox: Probe;
  readonly server: Probe;
  /** Told before each question. */
  readonly onQuestion: (question: Question) => void;
  /** When it is aborted no further question is asked. */
  readonly signal: AbortSignal;
}

/** Asks both sides the same questions, one after another. */
export async function askQuestions(
  questions: readonly Question[],
  { sandbox, server, onQuestion, signal }: BothSides,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of questions) {
    if (signal.aborted) break;
    onQuestion(question);
    if (question.needs !== undefined && server.otherToken === null)
      findings.push({ question, isSame: false });
    else findings.push(compare(question, await question.ask(sandbox), await question.ask(server)));
  }
  return findings;
}

function compare(question: Question, sandbox: Answer, server: Answer): Finding {
  return { question, sandbox, server, isSame: writeAnswer(sandbox) === writeAnswer(server) };
}

/** An answer as one line; the order of names does not count. */
export function writeAnswer(answer: Answer): string {
  if (Array.isArray(answer)) return `[${answer.map(writeAnswer).join(', ')}]`;
  if (typeof answer !== 'object' || answer === null) return String(answer);
  const parts = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
  return parts.map(([name, one]) => `${name}: ${writeAnswer(one as Answer)}`).join(', ');
}
