import { applications, mirroredWorld } from '../../mirroring/support/mirrored-world.ts';
import type { Answered, Asked, Ground } from './ground.ts';
import type { Cast } from './operation.ts';

type Kind = keyof typeof applications;

interface Actor {
  readonly kind: Kind;
  /** The key it began with, which goes on meaning it. */
  readonly key: string;
  readonly folder: string;
  readonly handler: string;
}

const actors: readonly Actor[] = [
  ...[1, 2, 3, 4, 5].map((number) => actor('issue', `DEMO-${number}`)),
  ...[1, 2].map((number) => actor('article', `DEMO-A-${number}`)),
  actor('project', 'DEMO'),
  actor('user', 'boris'),
];

function actor(kind: Kind, key: string): Actor {
  const folders = { issue: 'issues', article: 'articles', project: 'admin/projects', user: 'users' };
  return { kind, key, folder: folders[kind], handler: kind };
}

const trackerIssues = 6;

/** Who is there, by the places that operations name. */
export const cast: Cast = {
  objects: actors.length,
  movable: [0, 1, 2, 3],
  removable: [0, 1, 5],
  ofOneKind: [0, 1, 2, 3, 4],
  issues: trackerIssues,
};

export interface StageOptions {
  readonly isRegistered: boolean;
  readonly tracker: Readonly<Record<string, unknown>>;
}

export function stageWorld({ isRegistered, tracker }: StageOptions) {
  return mirroredWorld({ isRegistered, tracker, issues: 5, trackerIssues });
}

/** An external link as Tracker's page shows it. */
export interface PageLink {
  readonly id: number;
  readonly object: number;
  readonly key: string;
}

/** Both sides as the operations find them: which keys their objects have by now, and which are gone. */
export class Stage {
  readonly #ground: Ground;
  readonly #keys = new Map<number, string>();
  readonly #formerKeys = new Map<string, number>();
  readonly #issueKeys = Array.from({ length: trackerIssues }, (_, issue) => [`TEST-${issue + 1}`]);

  constructor(ground: Ground) {
    this.#ground = ground;
    for (const [object, { key }] of actors.entries()) this.#learn(object, key);
  }

  objectCount(): number {
    return actors.length;
  }

  /** Its key by now; undefined once it is removed. */
  keyOf(object: number): string | undefined {
    return this.#keys.get(object);
  }

  kindOf(object: number): Kind {
    return this.#actor(object).kind;
  }

  /** The key of a Tracker issue by now. */
  issueKeyOf(issue: number): string {
    return this.#issueKeys[issue]?.at(-1) ?? '';
  }

  /** All keys it has had. */
  issueKeysOf(issue: number): readonly string[] {
    return this.#issueKeys[issue] ?? [];
  }

  /** To the other queue, and back again, each time under a new key. */
  async moveIssue(issue: number): Promise<void> {
    const queue = this.issueKeyOf(issue).startsWith('TEST-') ? 'NEWQ' : 'TEST';
    const path = `/_sandbox/issues/${this.issueKeyOf(issue)}/move`;
    const { answer } = await this.#ground.askTracker({ method: 'POST', path, body: { queue } });
    if (answer.status === 200) this.#issueKeys[issue]?.push(String(JSON.parse(answer.text).key));
  }

  /** Whose key this is, or was. */
  objectOf(kind: Kind, key: string): number | undefined {
    return this.#formerKeys.get(`${kind} ${key.toLowerCase()}`);
  }

  /** The address of an endpoint of the object. */
  addressOf(object: number, path: string): string {
    const { folder, handler } = this.#actor(object);
    return `/api/${folder}/${this.keyOf(object)}/extensionEndpoints/tracker-links/${handler}/${path}`;
  }

  /** Asks YouTrack what has become of an object that was moved, removed or neither. */
  async refresh(object: number): Promise<void> {
    const { kind, key, folder } = this.#actor(object);
    if (kind !== 'issue' && kind !== 'article') return;
    const { status, text } = await this.#ask({
      method: 'GET',
      path: `/api/${folder}/${key}?fields=idReadable`,
    });
    if (status === 404) this.#keys.delete(object);
    else this.#learn(object, String(JSON.parse(text).idReadable));
  }

  async refreshAll(): Promise<void> {
    for (const object of cast.movable) await this.refresh(object);
    for (const object of cast.removable) await this.refresh(object);
  }

  move(object: number): Promise<Answered> {
    const key = this.keyOf(object) ?? '';
    const project = key.startsWith('DEMO-') ? 'OPS' : 'DEMO';
    return this.#ask({ method: 'POST', path: `/api/issues/${key}/project`, body: { shortName: project } });
  }

  remove(object: number): Promise<Answered> {
    return this.#ask({ method: 'DELETE', path: `/api/${this.#actor(object).folder}/${this.keyOf(object)}` });
  }

  /** The links of a Tracker issue to what is ours; undefined once it is removed. */
  async readPage(issue: number): Promise<readonly PageLink[] | undefined> {
    const { answer } = await this.#ground.askTracker({
      method: 'GET',
      path: `/_sandbox/issues/${this.issueKeyOf(issue)}/links`,
    });
    if (answer.status === 404) return undefined;
    const { links } = JSON.parse(answer.text) as { readonly links: readonly ShownLink[] };
    return links.map(({ id, key, application }) => {
      const kind = (Object.keys(applications) as Kind[]).find((one) => applications[one] === application.id);
      return { id, key, object: (kind && this.objectOf(kind, key)) ?? -1 };
    });
  }

  linkOnPage(issue: number, object: number, key: string) {
    return this.#ground.askTracker({
      method: 'POST',
      path: `/_sandbox/issues/${this.issueKeyOf(issue)}/links`,
      body: { application: applications[this.kindOf(object)], key },
    });
  }

  unlinkOnPage(issue: number, linkId: number) {
    return this.#ground.askTracker({
      method: 'DELETE',
      path: `/_sandbox/issues/${this.issueKeyOf(issue)}/links/${linkId}`,
    });
  }

  #ask(asked: Asked): Promise<Answered> {
    return this.#ground.ask(asked);
  }

  #learn(object: number, key: string): void {
    this.#keys.set(object, key);
    this.#formerKeys.set(`${this.kindOf(object)} ${key.toLowerCase()}`, object);
  }

  #actor(object: number): Actor {
    const found = actors[object];
    if (found === undefined) throw new Error(`there is no object ${object}`);
    return found;
  }
}

interface ShownLink {
  readonly id: number;
  readonly key: string;
  readonly application: { readonly id: string };
}
