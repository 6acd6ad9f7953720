import { useEffect, useState } from 'preact/hooks';
import type { MirrorProblem } from '../../../src/protocol/answers.ts';
import { useTranslator } from '../i18n/translation.ts';

/**
 * Why Tracker could not be told or asked, in the reader's language. The answer has it in English; the sentences of the other
 * languages are fetched when one is wanted, which is rare.
 */
export function useProblemText(problem: MirrorProblem | undefined): string | undefined {
  const { language } = useTranslator();
  const [text, setText] = useState<string>();
  const kind = problem?.kind;
  useEffect(() => {
    if (kind === undefined || language === 'en') return;
    import('../../../src/protocol/tracker-problem.ts').then(
      ({ explainTrackerProblem }) => setText(explainTrackerProblem({ kind }, language)),
      // Not to be had just now: English says it as well.
      () => setText(problem?.sentence),
    );
  }, [kind, language]);
  return language === 'en' ? problem?.sentence : problem && text;
}
