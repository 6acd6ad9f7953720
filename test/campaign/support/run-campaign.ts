import { seededRandom } from '../../support/overlapping-world.ts';
import { Ground } from './ground.ts';
import { listenIn } from './listen-in.ts';
import { Model } from './model.ts';
import { type Operation, planOperations } from './operation.ts';
import { perform, type Scene, unsettledMs } from './performer.ts';
import { readPages } from './read-pages.ts';
import { cast, Stage, stageWorld } from './stage.ts';
import { judge } from './verdict.ts';

/** Operations after which somebody opens every page, which also stores links under the current keys of moved issues. */
const pageEvery = 60;

/** How one run is set up; all of it follows from its seed. */
export interface Setting {
  readonly seed: number;
  readonly writes: 'serial' | 'overlapping';
  readonly deletes: 'readonly' | 'writable';
  readonly unset: 'null' | 'undefined';
  readonly isRegistered: boolean;
  readonly tracker: Readonly<Record<string, unknown>>;
}

export interface Plan {
  readonly setting: Setting;
  readonly operations: readonly Operation[];
}

/** Everything that a run does. */
export function planCampaign(seed: number, count: number): Plan {
  const random = seededRandom(seed);
  const oneOf = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(random() * all.length)] ?? all[0];
  const retryAfter = oneOf(['none', 'seconds', 'date']);
  const tracker = {
    repeatedLink: oneOf(['existing', 'conflict', 'duplicate']),
    linkObjects: oneOf(['plain', 'documented', 'sparse']),
    errorBodies: oneOf(['full', 'bare']),
    ...(random() < 0.3 && { limits: { othersPerSecond: oneOf([3, 10]), retryAfter } }),
  };
  const setting: Setting = {
    seed,
    writes: seed % 2 === 0 ? 'serial' : 'overlapping',
    deletes: seed % 4 < 2 ? 'readonly' : 'writable',
    unset: oneOf(['null', 'undefined']),
    isRegistered: random() < 0.75,
    tracker,
  };
  return { setting, operations: planOperations(random, cast, count) };
}

/** Does all of it and says what is wrong in the end, a sentence each. */
export async function runCampaign({ setting, operations }: Plan): Promise<readonly string[]> {
  const { seed, isRegistered, tracker, ...modes } = setting;
  const problems: string[] = [];
  const model = new Model();
  const listener = {
    onProblem: (problem: string) => problems.push(problem),
    // Only where writes overlap, an object can be removed while a look is under way.
    onUndoneLook: (text: string) =>
      modes.writes === 'overlapping' ? model.unsettle(ground.now - unsettledMs) : listener.onProblem(text),
  };
  const onText = (text: string) => listenIn(text, listener);
  const world = stageWorld({ isRegistered, tracker });
  const ground = await Ground.open({ ...modes, world, random: seededRandom(seed + 1), onText });
  try {
    const scene: Scene = {
      ...{ ground, stage: new Stage(ground), model, writes: modes.writes },
      onProblem: listener.onProblem,
    };
    for (const [index, operation] of operations.entries()) {
      await perform(scene, operation);
      if (index % 10 === 0) onText(ground.chainStates());
      if (index % pageEvery === pageEvery - 1) await readPages(scene);
    }
    const verdict = await judge(scene);
    return [...problems, ...verdict];
  } finally {
    await ground.close();
  }
}
