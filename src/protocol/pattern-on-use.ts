import { once } from './once.ts';

/**
 * A regular expression that is made when it is first used. For one with `\p{…}`: as a literal it would be made, or checked,
 * while a script is being loaded, and the engine looks through all of Unicode for each; three of them took a third of the time
 * a script takes to load.
 * @param source what stands between the slashes, as `String.raw` gives it
 */
export function patternOnUse(source: string, flags: string): () => RegExp {
  return once(() => new RegExp(source, flags));
}
