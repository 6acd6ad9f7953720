import type { CandidatesAnswer } from '../../../src/suggesting/candidates-answer.ts';
import type { Outcome } from '../host/failure.ts';

/** Shorter texts are asked about by nobody. */
const leastCharacters = 2;

/** When a text is asked about. */
const times = {
  /** Long enough to type the next letter, short enough not to be felt. */
  settleMs: 250,
  /** A pause that is asked for is kept while somebody may still be waiting for the list. */
  longestPauseMs: 5_000,
} as const;

/** What is known of the text that stands in the box now. */
export interface Suggested {
  /** Empty while nothing is asked. */
  readonly text: string;
  readonly isWaiting: boolean;
  /** Absent until there is one to this very text. */
  readonly outcome?: Outcome<CandidatesAnswer>;
}

interface SuggesterOptions {
  readonly ask: (text: string) => Promise<Outcome<CandidatesAnswer>>;
  /** Answers how to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly onChange: (suggested: Suggested) => void;
}

/** Asks about the text in a box: once it stands still, one request after another, and never tells what is about an older text. */
export class Suggester {
  #wanted = '';
  #isAsking = false;
  #callOff: () => void = () => undefined;
  readonly #options: SuggesterOptions;

  constructor(options: SuggesterOptions) {
    this.#options = options;
  }

  /** The text has changed; what was known of the one before counts no more. */
  want(text: string): void {
    const wanted = text.length < leastCharacters ? '' : text;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#callOff();
    this.#options.onChange({ text: wanted, isWaiting: wanted !== '' });
    if (wanted !== '') this.#plan(times.settleMs);
  }

  #plan(delayMs: number): void {
    this.#callOff = this.#options.after(delayMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const asked = this.#wanted;
    if (this.#isAsking || asked === '') return;
    this.#isAsking = true;
    const outcome = await this.#options.ask(asked);
    this.#isAsking = false;
    if (asked !== this.#wanted) return await this.#ask();
    const pauseMs = outcome.ok ? outcome.data.retryAfterMs : undefined;
    const isPaused = pauseMs !== undefined && pauseMs <= times.longestPauseMs;
    this.#options.onChange({ text: asked, isWaiting: isPaused, outcome });
    if (isPaused) this.#plan(Math.max(pauseMs, times.settleMs));
  }
}
