import { type GraalEngine, startGraalEngine } from '../../test/graal/graal-engine.ts';

/** An engine that adds up how long it is busy and how often it asks the platform. */
export interface Meter extends GraalEngine {
  readonly spentMs: number;
  readonly questions: number;
}

/** @param libraries the folder of GraalJS's jars */
export function createMeter(libraries: string): { readonly meter: Meter; readonly close: () => void } {
  const engine = startGraalEngine(libraries);
  let spentMs = 0;
  let questions = 0;
  const meter: Meter = {
    get spentMs() {
      return spentMs;
    },
    get questions() {
      return questions;
    },
    order(fields, answer) {
      const ms = engine.order(fields, (asked) => {
        questions += 1;
        return answer(asked);
      });
      spentMs += ms;
      return ms;
    },
    close: () => engine.close(),
  };
  return { meter, close: meter.close };
}
