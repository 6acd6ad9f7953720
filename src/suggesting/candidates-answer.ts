import type { DetailsAnswer, IssueDetails } from '../protocol/answers.ts';

/** A Tracker issue that somebody may mean. What Tracker says of it is there only for whom the setting shows it. */
export interface Candidate extends Partial<IssueDetails> {
  readonly issueKey: string;
  /** Its page in Tracker. */
  readonly url: string;
  /** Something else in the object's project is linked to it; where the object is a user, another user. */
  readonly isLinkedNearby?: true;
}

/** Answer of `candidates`: at most ten by words, or every issue that the text names by its key. */
export interface CandidatesAnswer extends Pick<DetailsAnswer, 'problem' | 'retryAfterMs'> {
  readonly key: string;
  /** Whether Tracker is asked for the caller; else there are keys alone, of what is linked nearby. */
  readonly isShown: boolean;
  readonly candidates: readonly Candidate[];
}
