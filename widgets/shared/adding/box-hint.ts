import { limits } from '../../../src/protocol/limits.ts';
import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
import type { Translator } from '../i18n/create-translator.ts';
import { toKeysText } from '../i18n/keys-text.ts';
import type { SharedKey } from '../i18n/translation.ts';
import type { Found } from '../pasting/paste.ts';
import type { AddPlan } from './plan-adding.ts';

export interface BoxHint {
  readonly isError: boolean;
  readonly texts: readonly string[];
}

type Texts = Translator<SharedKey>;
type CountedMessage =
  | 'box.preview'
  | 'box.already'
  | 'box.repeated'
  | 'box.malformed'
  | 'box.later'
  | 'box.tooMany';

/** More would push the rows out of sight. */
const explainedAtMost = 5;

/** What stands under the box while a person types: what Enter would do, and how the text is understood. */
export function hintWhileTyping(translator: Texts, plan: AddPlan, search?: string): BoxHint {
  const { paste, adding, present, later, tooMany, offers } = plan;
  if (paste.isWords && search !== undefined) return { isError: false, texts: [search] };
  const say = (message: CountedMessage, keys: readonly string[]) => sayKeys(translator, message, keys);
  const texts = [
    ...say('box.preview', adding),
    ...describe(translator, plan),
    ...explain(
      translator,
      paste.understood.filter(({ key }) => adding.includes(key)),
    ),
    ...say('box.already', present),
    ...say(
      'box.repeated',
      paste.repeated.filter((key) => adding.includes(key)),
    ),
    ...say('box.later', later),
    ...say('box.tooMany', tooMany),
    ...say('box.malformed', paste.malformed),
  ];
  const isNothing = texts.length + offers.length === 0;
  return { isError: false, texts: isNothing ? [translator.text('box.help')] : texts };
}

/** What stands there after Enter: what was not added, and why. Absent when all of it was. */
export function hintAfterEnter(
  translator: Texts,
  { paste, present, later, tooMany }: AddPlan,
): BoxHint | undefined {
  const malformed = sayKeys(translator, 'box.malformed', paste.malformed);
  const texts = [
    ...malformed,
    ...sayKeys(translator, 'box.already', present),
    ...sayKeys(translator, 'box.later', later),
    ...sayKeys(translator, 'box.tooMany', tooMany),
  ];
  return texts.length === 0 ? undefined : { isError: malformed.length + tooMany.length > 0, texts };
}

/** What the one issue is about that would be added, and which keys are former ones. */
function describe(translator: Texts, { told, adding }: AddPlan): string[] {
  const added = told.filter(({ issueKey, currentKey }) => adding.includes(currentKey ?? issueKey));
  const moved = added.flatMap(({ issueKey, currentKey }) =>
    currentKey === undefined ? [] : [translator.text('box.moved', { key: issueKey, currentKey })],
  );
  const [only] = added;
  return adding.length === 1 && only?.summary !== undefined
    ? [...moved, toTitle(translator, only, only.summary)]
    : moved;
}

function toTitle(translator: Texts, { issueKey, currentKey }: Candidate, summary: string): string {
  return translator.text('box.title', { key: currentKey ?? issueKey, summary });
}

function explain(translator: Texts, understood: readonly Found[]): string[] {
  const named = understood.slice(0, explainedAtMost).flatMap(({ key, written, how, letters }) => {
    if (how === 'plain') return [];
    return [translator.text(`box.read.${how}`, { key, written, letters })];
  });
  const rest = understood.length - named.length;
  return rest > 0 ? [...named, translator.text('box.read.more', { count: rest })] : named;
}

function sayKeys(translator: Texts, message: CountedMessage, keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  const values = { count: keys.length, keys: toKeysText(translator, keys), limit: limits.entityIds };
  return [translator.text(message, values)];
}
