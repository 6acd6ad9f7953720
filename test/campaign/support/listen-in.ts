import { secret } from '../../mirroring/support/mirrored-world.ts';

const token = secret.split(' ')[1] ?? secret;

/**
 * YouTrack undoes the whole transaction of a look that writes to an object which another transaction has removed meanwhile, says so in
 * the app's log, and the looks to come are lost with it.
 */
const undoneLook = /CommitRefusedError: [A-Za-z]+ [\d-]+ was removed meanwhile/;

/** What is told of texts that anybody outside, or an administrator, can read. */
export interface Listener {
  readonly onProblem: (problem: string) => void;
  readonly onUndoneLook: (entry: string) => void;
}

/** Looks for the token, and for errors that the app has logged. */
export function listenIn(text: string, { onProblem, onUndoneLook }: Listener): void {
  if (text.includes(token)) onProblem(`the token was told: ${text.slice(0, 500)}`);
  if (!/"level":"ERROR"/.test(text)) return;
  if (undoneLook.test(text)) onUndoneLook(text);
  else onProblem(`the app's log: ${text.slice(0, 500)}`);
}
