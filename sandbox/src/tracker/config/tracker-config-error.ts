/** A section, or a state file, that cannot be used; the message is one line that says what to put right. */
export class TrackerConfigError extends Error {
  override readonly name = 'TrackerConfigError';
}
