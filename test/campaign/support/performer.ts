import type { Answered, Ground } from './ground.ts';
import type { Model, Told } from './model.ts';
import type { LinkOperation, Operation } from './operation.ts';
import { readOutcomes, toRequest } from './requests.ts';
import type { Stage } from './stage.ts';

/** What operations are performed on. */
export interface Scene {
  readonly ground: Ground;
  readonly stage: Stage;
  readonly model: Model;
  readonly writes: 'serial' | 'overlapping';
  /** Told of every answer that should not have come. */
  readonly onProblem: (problem: string) => void;
}

/** Whatever overlapping transactions have lost is restored within this time, unless its chain is lost as well. */
export const unsettledMs = 600_000;

/** Removals that had to be put off are performed within this time. */
const putOffMs = 5_000;

/** Performs one operation and tells the model what its answers promise. */
export async function perform(scene: Scene, operation: Operation): Promise<void> {
  const { ground, stage } = scene;
  switch (operation.do) {
    case 'link':
    case 'unlink':
    case 'set':
      return await performTogether(scene, [operation]);
    case 'together':
      return await performTogether(scene, operation.all);
    case 'pageLink':
      return await linkOnPage(scene, operation);
    case 'pageUnlink':
      return await unlinkOnPage(scene, operation);
    case 'move':
    case 'remove':
      if (stage.keyOf(operation.object) === undefined) return;
      expectDone(scene, operation, await stage[operation.do](operation.object));
      return await stage.refresh(operation.object);
    case 'retry':
      return await retry(scene, operation.object);
    case 'moveIssue':
      return await stage.moveIssue(operation.issue);
    case 'removeIssue':
      return await removeIssue(scene, operation.issue);
    case 'fail':
      await ground.askTracker({ method: 'POST', path: '/_sandbox/faults', body: operation.fault });
      return;
    case 'mend':
      return await mend(ground);
    case 'slow':
      return ground.slowDown(operation.answersMs);
    case 'wait':
      return await ground.advance(operation.ms);
    case 'next':
      return await ground.advanceToNext(60_000);
    case 'restart':
      unsettle(scene, scene.writes === 'overlapping' ? unsettledMs : undefined);
      return await ground.restart();
    case 'restartTracker':
      return ground.restartTracker();
    case 'loseChains':
      unsettle(scene, scene.writes === 'overlapping' ? unsettledMs : putOffMs);
      return ground.loseChains();
    case 'kill':
      return await kill(scene, operation);
  }
}

export async function mend(ground: Ground): Promise<void> {
  ground.hurryUp();
  await ground.askTracker({ method: 'DELETE', path: '/_sandbox/faults' });
}

function unsettle({ model, ground }: Scene, forMs: number | undefined): void {
  if (forMs !== undefined) model.unsettle(ground.now - forMs);
}

async function performTogether(scene: Scene, operations: readonly LinkOperation[]): Promise<void> {
  const { ground, stage, model } = scene;
  const meant = operations.flatMap((operation) => {
    const asked = toRequest(stage, operation);
    return asked === undefined ? [] : [{ operation, asked }];
  });
  const answers = await ground.askTogether(meant.map(({ asked }) => asked));
  const told = meant.flatMap(({ operation }, index) => {
    const answer = answers[index] ?? { status: 0, text: '' };
    expectDone(scene, operation, answer);
    return readOutcomes(scene, operation, answer);
  });
  if (operations.length === 1) for (const one of told) model.tell(one, ground.now);
  else tellTogether(scene, told);
}

/** Of what was asked at the same moment any may have been the last. */
function tellTogether({ model, ground }: Scene, told: readonly Told[]): void {
  const byLink = new Map<string, readonly Told[]>();
  for (const one of told) {
    const name = `${one.object} ${one.issue}`;
    byLink.set(name, [...(byLink.get(name) ?? []), one]);
  }
  for (const all of byLink.values()) {
    const [first] = all;
    if (all.length === 1 && first !== undefined) model.tell(first, ground.now);
    else for (const one of all) model.doubt(one, ground.now);
  }
}

async function linkOnPage(
  scene: Scene,
  { object, issue, lower }: Extract<Operation, { do: 'pageLink' | 'pageUnlink' }>,
): Promise<void> {
  const { stage, model } = scene;
  const key = stage.keyOf(object);
  const page = await stage.readPage(issue);
  if (key === undefined || page === undefined || page.some((link) => link.object === object)) return;
  const { calls } = await stage.linkOnPage(issue, object, lower ? key.toLowerCase() : key);
  tellPage(
    scene,
    { object, issue, wish: 'live', side: 'tracker', isEffective: undefined, isMirrored: true },
    calls,
  );
  if (calls.length === 0) model.letDiffer(object, issue);
}

async function unlinkOnPage(
  scene: Scene,
  { object, issue }: Extract<Operation, { do: 'pageLink' | 'pageUnlink' }>,
): Promise<void> {
  const { stage, model, ground } = scene;
  const page = await stage.readPage(issue);
  const link = page?.find((one) => one.object === object);
  if (link === undefined || stage.keyOf(object) === undefined) return;
  const isOwed = await owesOf(scene, object, issue);
  const { calls } = await stage.unlinkOnPage(issue, link.id);
  if (calls.length === 0) return model.letDiffer(object, issue);
  const told: Told = {
    object,
    issue,
    wish: 'gone',
    side: 'tracker',
    isEffective: undefined,
    isMirrored: true,
  };
  // What is on its way to Tracker at the same time may win.
  if (isOwed) model.doubt(told, ground.now);
  else tellPage(scene, told, calls);
}

/** Whether Tracker is still to be told of a link. */
async function owesOf({ ground, stage }: Scene, object: number, issue: number): Promise<boolean> {
  const { text } = await ground.ask({ method: 'GET', path: stage.addressOf(object, 'links') });
  const { links, owed = [] } = JSON.parse(text) as LinksText;
  const keys = stage.issueKeysOf(issue);
  const isPending = links.some((one) => keys.includes(one.issueKey) && one.mirror?.state !== 'mirrored');
  return isPending || owed.some((one) => keys.includes(one.issueKey));
}

interface LinksText {
  readonly links: readonly { readonly issueKey: string; readonly mirror?: { readonly state: string } }[];
  readonly owed?: readonly { readonly issueKey: string }[];
}

/** What Tracker's call to YouTrack has come to. */
function tellPage(scene: Scene, told: Told, calls: readonly Answered[]): void {
  const [call] = calls;
  if (call === undefined) return;
  expectDone(scene, told, call);
  const { linked, removed } = call.status < 300 ? JSON.parse(call.text) : {};
  const done: readonly string[] | undefined = told.wish === 'live' ? linked : removed;
  const isEffective = done === undefined ? told.wish === 'gone' : done.length > 0;
  scene.model.tell({ ...told, isEffective }, scene.ground.now);
}

async function retry({ ground, stage }: Scene, object: number): Promise<void> {
  if (stage.keyOf(object) === undefined) return;
  await ground.ask({ method: 'POST', path: stage.addressOf(object, 'links/retry'), body: {} });
}

async function removeIssue({ ground, stage }: Scene, issue: number): Promise<void> {
  await ground.askTracker({ method: 'DELETE', path: `/_sandbox/issues/${stage.issueKeyOf(issue)}` });
}

/** YouTrack dies, and whoever had asked it something has no answer. */
async function kill(scene: Scene, { part, during }: Extract<Operation, { do: 'kill' }>): Promise<void> {
  const { ground, model, stage } = scene;
  await ground.killDuring(() => model.whileInDoubt(() => perform(scene, during)), part);
  unsettle(scene, scene.writes === 'overlapping' ? unsettledMs : undefined);
  await stage.refreshAll();
}

function expectDone({ onProblem }: Scene, asked: unknown, { status, text }: Answered): void {
  if (status !== 200 && status !== 202) onProblem(`${JSON.stringify(asked)} was answered ${status}: ${text}`);
}
