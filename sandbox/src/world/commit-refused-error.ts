/**
 * A transaction that cannot be done again on the newest data, because another one has removed what it writes to or has
 * taken a name that is there only once. Nothing of it is kept. The message is one sentence.
 */
export class CommitRefusedError extends Error {
  override readonly name = 'CommitRefusedError';
}
