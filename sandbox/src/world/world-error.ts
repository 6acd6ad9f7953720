/** One thing wrong with a world file. */
export interface WorldProblem {
  /** Where in the JSON: `issues[3].fields.State`. */
  readonly path: string;
  /** What was expected there, and what was found. */
  readonly message: string;
}

/** A world that cannot be loaded; the message is one line that names the place and what was expected there. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly problems: readonly WorldProblem[];

  constructor(problems: readonly WorldProblem[]) {
    super(describe(problems));
    this.problems = problems;
  }
}

function describe(problems: readonly WorldProblem[]): string {
  const [first] = problems;
  if (first === undefined) return 'World: cannot be loaded';
  const others = problems.length - 1;
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'problem' : 'problems'})`;
  return `World: ${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`;
}

/** A path as people write it: `issues[3].fields["Due Date"]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map(formatStep).join('').replace(/^\./, '');
}

function formatStep(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = String(step);
  return /^[\w$-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
