/** A command that cannot be understood or is not allowed; the message is for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
