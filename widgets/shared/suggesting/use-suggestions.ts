import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Candidate, CandidatesAnswer } from '../../../src/suggesting/candidates-answer.ts';
import type { Outcome } from '../host/failure.ts';
import { type Suggested, Suggester } from './suggester.ts';

const nothingAsked: Suggested = { text: '', isWaiting: false };

/** How a box asks about its text. */
export type Suggest = (text: string) => Promise<Outcome<CandidatesAnswer>>;

/** What is known of the text that stands in a box. */
export function useSuggestions(suggest: Suggest, question: string): Suggested {
  const [suggested, setSuggested] = useState(nothingAsked);
  const suggester = useMemo(
    () => new Suggester({ ask: suggest, after: startTimer, onChange: setSuggested }),
    [suggest],
  );
  useEffect(() => suggester.want(question), [suggester, question]);
  useEffect(() => () => suggester.want(''), [suggester]);
  return suggested.text === question ? suggested : nothingAsked;
}

/** What was answered, by the key it was asked for. */
export function toCandidates({ outcome }: Suggested): readonly Candidate[] {
  return outcome?.ok ? outcome.data.candidates : [];
}

function startTimer(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
