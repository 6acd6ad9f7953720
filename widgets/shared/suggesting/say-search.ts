import type { Translator } from '../i18n/create-translator.ts';
import type { SharedKey } from '../i18n/translation.ts';
import type { Suggested } from './suggester.ts';

interface SearchState {
  readonly suggested: Suggested;
  /** How many of what was found can be chosen. */
  readonly count: number;
  /** Why Tracker could not be asked, in the reader's language. */
  readonly problem: string | undefined;
}

/** How far the search by words is, as it stands under the box. */
export function saySearch(
  translator: Translator<SharedKey>,
  { suggested, count, problem }: SearchState,
): string {
  const { text, isWaiting, outcome } = suggested;
  if (text === '') return translator.text('box.help');
  if (count > 0) return translator.text('box.search.found', { count });
  if (isWaiting || outcome === undefined) return translator.text('box.search.waiting');
  if (!outcome.ok)
    return `${translator.text('box.search.failed')} ${translator.text(`failure.${outcome.failure.kind}`)}`;
  if (problem !== undefined) return `${translator.text('box.search.failed')} ${problem}`;
  return translator.text(outcome.data.isShown ? 'box.search.nothing' : 'box.search.noKey');
}
