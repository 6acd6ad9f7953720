import type { Primitive } from '../../api/wire.ts';
import { projectFieldsOf } from '../../context/project-fields.ts';
import { entityToScript } from '../../context/script-values.ts';
import { findFieldValue } from '../../world/custom-fields.ts';
import { idsIn } from '../../world/values.ts';
import { type AppRule, isActiveIn, rulesOf } from '../active-rules.ts';
import { findRequiredEntity } from '../find-required-entity.ts';
import { prepareRule, type RuleRun } from '../rule-run.ts';
import { CommandError } from './command-error.ts';
import type { CommandPlace, ParseStep } from './command-step.ts';
import { takeOneOf, takeWord } from './command-text.ts';

/** The command of an action rule. When the rule asks for input, the next word (or braces) of the command is the answer. */
export const parseActionStep: ParseStep = (place, text) => {
  const taken = takeOneOf(text, availableActions(place));
  if (taken === undefined) return undefined;
  const { userInput } = taken.value.script.rule;
  const word = userInput === undefined ? undefined : takeWord(taken.text);
  const input =
    userInput === undefined || word === undefined
      ? undefined
      : readInput(place, { type: userInput, text: word.value });
  return {
    isCustom: true,
    text: word?.text ?? taken.text,
    apply: () => runAction(place, taken.value, input),
  };
};

function availableActions({ change, issue }: CommandPlace): (readonly [command: string, rule: AppRule])[] {
  const [project] = idsIn(change.tx.get(issue, 'project'));
  if (project === undefined) return [];
  return rulesOf(change.sandbox, 'action', 'Issue')
    .filter(({ app, script }) => script.rule.command !== undefined && isActiveIn(app, project))
    .map((rule) => [String(rule.script.rule.command), rule] as const);
}

function runAction(place: CommandPlace, rule: AppRule, userInput: Primitive): void {
  const run = prepareAction(place, rule, userInput);
  if (run === undefined || !run.passes())
    throw new CommandError(`The command ${String(rule.script.rule.command)} cannot be applied to this issue`);
  run.run('action');
}

function prepareAction(
  { change, issue, user }: CommandPlace,
  rule: AppRule,
  userInput: Primitive,
): RuleRun | undefined {
  const [project] = idsIn(change.tx.get(issue, 'project'));
  if (project === undefined) return undefined;
  const subject = { change, user, project, entities: { issue } };
  return prepareRule(rule, userInput === undefined ? subject : { ...subject, userInput });
}

/** The input as the rule's type wants it. @throws CommandError when the text is nothing of that type */
function readInput(
  { change: { tx }, issue }: CommandPlace,
  { type, text }: { readonly type: string; readonly text: string },
): Primitive {
  if (type === 'string' || type === 'text') return text;
  if (type === 'integer' || type === 'float' || type === 'date' || type === 'date and time') {
    const number = /^\d{4}-/.test(text) ? Date.parse(text) : Number(text);
    if (Number.isNaN(number)) throw new CommandError(`${text} is no ${type}`);
    return number;
  }
  const requirement = { alias: text, type, isField: false, name: text, values: {} };
  const found =
    findRequiredEntity(tx, requirement) ??
    projectFieldsOf(tx, issue)
      .map(({ field }) => findFieldValue(tx, field, text))
      .find((value) => value !== undefined && tx.typeOf(value) === type);
  if (found === undefined) throw new CommandError(`There is no ${type} ${text}`);
  return entityToScript(tx, found);
}
