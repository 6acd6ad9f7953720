import { describe } from '@jest/globals';
import { type FetchedGraal, fetchGraal } from './fetch-graal.ts';

/** A long-term line that hands whole numbers over as Longs of the host, and the newest that runs on Java 17. */
const versions = ['23.1.8', '25.0.5'];

/** Declares the same tests for each line of GraalJS; where one cannot be run, they are skipped under the reason. */
export function describeGraal(title: string, declare: (libraries: string) => void): void {
  for (const version of versions) {
    const fetched: FetchedGraal = fetchGraal(version);
    const isHere = 'libraries' in fetched;
    const declareSuite = isHere ? describe : describe.skip;
    const reason = isHere ? '' : ` (${fetched.missing})`;
    declareSuite(`${title} on GraalJS ${version}${reason}`, () => declare(isHere ? fetched.libraries : ''));
  }
}
