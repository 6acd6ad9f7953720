import { useMemo, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translation.ts';
import { useProblemText } from '../links/use-problem-text.ts';
import type { Offer } from '../pasting/paste.ts';
import { readPaste } from '../pasting/read-paste.ts';
import { saySearch } from '../suggesting/say-search.ts';
import { toQuestion } from '../suggesting/to-question.ts';
import { toCandidates, useSuggestions } from '../suggesting/use-suggestions.ts';
import { type BoxHint, hintWhileTyping } from './box-hint.ts';
import type { BoxSources } from './box-sources.ts';
import { planAdding } from './plan-adding.ts';
import { useNames } from './use-names.ts';

/** What Enter left over: why, and what is still offered. */
interface LeftOver {
  readonly hint: BoxHint | undefined;
  readonly offers: readonly Offer[];
}

/** What stands in the box, how it is understood, and what can be chosen. `linked` are keys that have a row already. */
export function useBox({ readNames, suggest }: BoxSources, linked: ReadonlySet<string>) {
  const translator = useTranslator();
  const [value, setValue] = useState('');
  const [leftOver, setLeftOver] = useState<LeftOver>();
  const names = useNames(readNames, linked);
  const paste = useMemo(() => readPaste(value, names.known), [value, names.known]);
  const question = useMemo(() => toQuestion(value, paste), [value, paste]);
  const suggested = useSuggestions(suggest, question.text);
  const problem = useProblemText(suggested.outcome?.ok ? suggested.outcome.data.problem : undefined);
  const told = useMemo(() => toCandidates(suggested), [suggested]);
  const candidates = useMemo(
    () =>
      question.isWords ? told.filter(({ issueKey, currentKey }) => !linked.has(currentKey ?? issueKey)) : [],
    [question, told, linked],
  );
  const plan = planAdding(paste, linked, question.isWords ? [] : told);
  const search = question.isWords
    ? saySearch(translator, { suggested, count: candidates.length, problem })
    : '';
  return {
    value,
    plan,
    candidates,
    /** Enter has to wait for what the words find. */
    isSearching: paste.isWords && suggested.isWaiting,
    isRead: names.isRead,
    hint: leftOver?.hint ?? hintWhileTyping(translator, plan, search),
    offers: (leftOver?.offers ?? plan.offers).filter(({ key }) => !linked.has(key)),
    setValue,
    setLeftOver,
    type(text: string): void {
      setValue(text);
      setLeftOver(undefined);
    },
  };
}
