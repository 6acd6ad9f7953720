import { secret } from '../../mirroring/support/mirrored-world.ts';
import { seededRandom } from '../../support/overlapping-world.ts';
import { Ground } from './ground.ts';
import { Model } from './model.ts';
import { type Operation, planOperations } from './operation.ts';
import { perform, type Scene } from './performer.ts';
import { cast, Stage, stageWorld } from './stage.ts';
import { judge } from './verdict.ts';

const token = secret.split(' ')[1] ?? secret;

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
  const onText = (text: string) => {
    if (text.includes(token)) problems.push(`the token was told: ${text.slice(0, 500)}`);
    if (/"level":"ERROR"/.test(text)) problems.push(`the app's log: ${text.slice(0, 500)}`);
  };
  const world = stageWorld({ isRegistered, tracker });
  const ground = await Ground.open({ ...modes, world, random: seededRandom(seed + 1), onText });
  try {
    const scene: Scene = {
      ...{ ground, stage: new Stage(ground), model: new Model(), writes: modes.writes },
      onProblem: (problem) => problems.push(problem),
    };
    for (const [index, operation] of operations.entries()) {
      await perform(scene, operation);
      if (index % 10 === 0) onText(ground.chainStates());
    }
    return [...problems, ...(await judge(scene))];
  } finally {
    await ground.close();
  }
}
