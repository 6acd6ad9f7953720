import { hasPermission } from '../../world/access.ts';
import { idsIn } from '../../world/values.ts';
import { CommandError } from './command-error.ts';
import type { CommandPlace, CommandStep, ParseStep } from './command-step.ts';
import { type CommandText, startText } from './command-text.ts';
import { parseActionStep } from './parse-action-step.ts';
import { parseBoardStep } from './parse-board-step.ts';
import { parseEventStep } from './parse-event-step.ts';
import { parseAssigneeStep, parseFieldStep, parseValueStep } from './parse-field-step.ts';
import { parseLinkStep, parsePersonalStep, parseProjectStep, parseTagStep } from './parse-other-steps.ts';
import { parseVisibilityStep } from './parse-visibility-step.ts';
import { parseWorkStep } from './parse-work-step.ts';

/** Asked one after another; the commands of apps go first. */
const parsers: readonly ParseStep[] = [
  parseActionStep,
  parseWorkStep,
  parseVisibilityStep,
  parseBoardStep,
  parseTagStep,
  parseProjectStep,
  parseLinkStep,
  parseAssigneeStep,
  parsePersonalStep,
  parseEventStep,
  parseFieldStep,
  parseValueStep,
];

/**
 * Applies a command to one issue: any number of steps, one after another. All of it is understood before anything is done.
 * @param rights whether the user's own rights count; what a script applies is done with the script's
 * @throws CommandError, or ScriptError when the code of an action rule throws
 */
export function runCommand(
  place: CommandPlace,
  command: string,
  rights: 'of the user' | 'of the script',
): void {
  const steps: CommandStep[] = [];
  let text = startText(command);
  if (text.rest === '') throw new CommandError('The command is empty');
  while (text.rest !== '') {
    const step = parseStep(place, text);
    steps.push(step);
    text = step.text;
  }
  if (rights === 'of the user') checkRights(place, steps);
  for (const step of steps) step.apply();
}

function parseStep(place: CommandPlace, text: CommandText): CommandStep {
  for (const parse of parsers) {
    const step = parse(place, text);
    if (step !== undefined) return step;
  }
  throw new CommandError(`The command '${text.rest}' is not one the sandbox knows`);
}

/** A script's own command needs nothing more than its guard. */
function checkRights({ change: { tx }, issue, user }: CommandPlace, steps: readonly CommandStep[]): void {
  const [project] = idsIn(tx.get(issue, 'project'));
  for (const { isCustom, needs = 'UPDATE_ISSUE' } of steps) {
    if (isCustom === true || (project !== undefined && hasPermission(tx, user, needs, project))) continue;
    throw new CommandError(`You have no permission to update ${String(tx.get(issue, 'id'))} (${needs})`);
  }
}
