import type { Model } from './model.ts';
import { mend, type Scene } from './performer.ts';
import { readPages } from './read-pages.ts';
import { cast } from './stage.ts';

const owedPath = '/api/extensionEndpoints/tracker-links/admin/owed';
const hourMs = 3_600_000;

/** With nothing in the way any more, how often everything is tried again by hand: what failed for good waits for a person. */
const rounds = 4;

/** Lets both sides come to rest with nothing in the way, and says what is wrong then, a sentence each. */
export async function judge(scene: Scene): Promise<readonly string[]> {
  const { ground } = scene;
  await mend(ground);
  await scene.stage.refreshAll();
  for (let round = 0; round < rounds; round += 1) {
    await ground.ask({ method: 'POST', path: `${owedPath}/retry`, body: {} });
    await ground.advance(hourMs + 120_000);
    if ((await readOwed(scene)).length === 0) break;
  }
  const gone = await listGoneIssues(scene);
  const owed = (await readOwed(scene)).filter(({ issueKey }) => !gone.includes(issueKey));
  const problems = await compareSides(scene);
  await readPages(scene);
  return [...owed.map((entry) => `is still owed: ${JSON.stringify(entry)}`), ...problems];
}

async function readOwed({ ground }: Scene): Promise<readonly { readonly issueKey: string }[]> {
  const { text } = await ground.ask({ method: 'GET', path: `${owedPath}?$top=1000` });
  return JSON.parse(text).owed;
}

async function listGoneIssues({ stage }: Scene): Promise<readonly string[]> {
  const gone: string[] = [];
  for (let issue = 0; issue < cast.issues; issue += 1)
    if ((await stage.readPage(issue)) === undefined) gone.push(...stage.issueKeysOf(issue));
  return gone;
}

async function compareSides(scene: Scene): Promise<readonly string[]> {
  const problems: string[] = [];
  const live = await readLive(scene);
  for (let issue = 0; issue < cast.issues; issue += 1) {
    const page = await scene.stage.readPage(issue);
    for (let object = 0; object < cast.objects; object += 1) {
      const keys = page?.filter((link) => link.object === object).map(({ key }) => key);
      const keysOfIssue = scene.stage.issueKeysOf(issue);
      const isLive = live.get(object)?.some((key) => keysOfIssue.includes(key)) ?? false;
      problems.push(...compareLink(scene, { object, issue, isLive, keys }));
    }
  }
  return problems;
}

/** The keys of the Tracker issues each object is linked to; none for one that is gone. */
async function readLive({ ground, stage }: Scene): Promise<ReadonlyMap<number, readonly string[]>> {
  const live = new Map<number, readonly string[]>();
  for (let object = 0; object < cast.objects; object += 1) {
    if (stage.keyOf(object) === undefined) continue;
    const { text } = await ground.ask({ method: 'GET', path: stage.addressOf(object, 'links') });
    const { links } = JSON.parse(text) as { readonly links: readonly { readonly issueKey: string }[] };
    live.set(
      object,
      links.map(({ issueKey }) => issueKey),
    );
  }
  return live;
}

interface Compared {
  readonly object: number;
  readonly issue: number;
  readonly isLive: boolean;
  /** Under which keys Tracker has it; undefined where the issue is gone. */
  readonly keys: readonly string[] | undefined;
}

function compareLink(
  { stage, model }: { readonly stage: Scene['stage']; readonly model: Model },
  compared: Compared,
): string[] {
  const { object, issue, isLive, keys } = compared;
  const key = stage.keyOf(object);
  const { states, wasUntold, ...expected } = model.expected(object, issue);
  const mayDiffer = expected.mayDiffer || (key === undefined && wasUntold);
  const name = `${stage.kindOf(object)} ${key ?? 'that is gone'} (${object}) and ${stage.issueKeyOf(issue)} (${issue})`;
  // Nobody can tell any more which keys an issue had that is gone.
  if (keys === undefined && stage.issueKeysOf(issue).length > 1) return [];
  const problems: string[] = [];
  if (key !== undefined && !states.has(isLive ? 'live' : 'gone'))
    problems.push(`${name}: expected ${[...states]}, but YouTrack says ${isLive ? 'live' : 'gone'}`);
  if (keys === undefined) return problems;
  if (keys.length > 1) problems.push(`${name}: Tracker has it ${keys.length} times, as ${keys}`);
  if (!mayDiffer && keys.length > 0 !== isLive)
    problems.push(
      `${name}: YouTrack says ${isLive ? 'live' : 'gone'}, Tracker has ${keys.join() || 'nothing'}`,
    );
  const isOld = isLive && !mayDiffer && keys.some((one) => one.toLowerCase() !== key?.toLowerCase());
  if (isOld) problems.push(`${name}: Tracker still has it as ${keys}`);
  return problems;
}
