/// <reference path="./scripting-api.d.ts" />

// Loaded when a command is used, and not with every script.
declare function require(
  path: '@jetbrains/youtrack-scripting-api/workflow',
): typeof import('@jetbrains/youtrack-scripting-api/workflow');

/** Shows a sentence to the person whose command this is. */
export function tellPerson(sentence: string): void {
  require('@jetbrains/youtrack-scripting-api/workflow').message(sentence);
}

/**
 * The same for why nothing is done: the whole command is undone, on every issue it was for.
 * @throws what YouTrack takes for a refusal
 */
export function refuseCommand(sentence: string): void {
  require('@jetbrains/youtrack-scripting-api/workflow').check(false, sentence);
}
