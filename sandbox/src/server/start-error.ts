/** Why the sandbox cannot start, in one line for the command line. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
