import { parsePeriod } from '../../world/period.ts';
import { createWorkItem } from '../../world/work-items.ts';
import { CommandError } from './command-error.ts';
import type { ParseStep } from './command-step.ts';
import { type CommandText, type Taken, takeKeyword, takeOneOf, takeWord } from './command-text.ts';

/**
 * `add work Development 2026-01-31 1h 30m Looked at it`: a type and a date may be left out, what follows the duration is the
 * description (help: "Command Reference", "add work").
 */
export const parseWorkStep: ParseStep = ({ change, issue, user }, text) => {
  const start = takeKeyword(text, 'add work', 'work');
  if (start === undefined) return undefined;
  const { tx, sandbox } = change;
  const now = sandbox.clock.now();
  const types = [...tx.all('WorkItemType')].map((id) => [String(tx.get(id, 'name')), id] as const);
  const type = takeOneOf(start, types);
  const date = takeDate(type?.text ?? start, now);
  const duration = takeDuration(date.text);
  if (duration === undefined) throw new CommandError('Work needs a duration such as 1h 30m');
  const description = duration.text.rest;
  return {
    text: { rest: '' },
    needs: 'CREATE_WORK_ITEM',
    apply: () =>
      void createWorkItem(tx, {
        issue,
        author: user,
        creator: user,
        minutes: duration.value,
        date: date.value,
        now,
        type: type?.value,
        text: description === '' ? undefined : description,
      }),
  };
};

function takeDate(text: CommandText, now: number): Taken<number> {
  const word = takeWord(text);
  if (word === undefined) return { value: now, text };
  if (word.value.toLowerCase() === 'today') return { value: now, text: word.text };
  if (word.value.toLowerCase() === 'yesterday') return { value: now - 86_400_000, text: word.text };
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(word.value) && !Number.isNaN(Date.parse(word.value));
  return isDate ? { value: Date.parse(word.value), text: word.text } : { value: now, text };
}

/** As many words as make a period together: `1h 30m`. */
function takeDuration(text: CommandText): Taken<number> | undefined {
  let taken: Taken<number> | undefined;
  let written = '';
  for (let word = takeWord(text); word !== undefined; word = takeWord(word.text)) {
    written += word.value;
    const minutes = parsePeriod(written);
    if (minutes === undefined) return taken;
    taken = { value: minutes, text: word.text };
  }
  return taken;
}
