export type LinkState = 'live' | 'gone';
export type Side = 'youtrack' | 'tracker';

/** What may be true of one link. */
export interface Expected {
  readonly states: ReadonlySet<LinkState>;
  /** Through which side it was made, where that is known. */
  readonly sides: ReadonlySet<Side>;
  /** Whether Tracker has been told nothing of it, or has told nothing: then the sides need not agree. */
  readonly mayDiffer: boolean;
  /** Whether Tracker had it at some time without telling: under which key nobody can know once the object is moved and removed. */
  readonly wasUntold: boolean;
}

interface Kept extends Expected {
  readonly changedAt: number;
  /** When it was last asked for, whether or not that changed anything. */
  readonly touchedAt: number;
  readonly differedBefore: boolean;
}

/** What one request does to one link. */
export interface Told {
  readonly object: number;
  readonly issue: number;
  readonly wish: LinkState;
  readonly side: Side;
  /** Whether it has changed anything, where the answer says so. */
  readonly isEffective: boolean | undefined;
  /** Whether Tracker knows of it, because it has happened there. */
  readonly isMirrored: boolean;
}

/** Two wishes of opposite kinds this close together make no call. */
const cancellingMs = 3_000;

const nothing: Kept = {
  states: new Set(['gone']),
  sides: new Set(),
  mayDiffer: false,
  wasUntold: false,
  changedAt: 0,
  touchedAt: 0,
  differedBefore: false,
};

/** What the links may be by now, from what was asked and answered alone. */
export class Model {
  readonly #links = new Map<string, Kept>();
  #isInDoubt = false;

  expected(object: number, issue: number): Expected {
    return this.#read(object, issue);
  }

  /** Does something of which nobody will know whether it was carried out. */
  async whileInDoubt(work: () => Promise<void>): Promise<void> {
    this.#isInDoubt = true;
    await work();
    this.#isInDoubt = false;
  }

  /** One request, after everything before it had ended. */
  tell(told: Told, now: number): void {
    if (this.#isInDoubt || told.isEffective === undefined) this.doubt(told, now);
    else if (told.isEffective) this.#change(told, now);
    else
      this.#write(told.object, told.issue, {
        ...this.#read(told.object, told.issue),
        states: new Set([told.wish]),
        touchedAt: now,
      });
  }

  #change({ object, issue, wish, side, isMirrored }: Told, now: number): void {
    const before = this.#read(object, issue);
    const isTold = side === 'youtrack' || isMirrored;
    const cancels = side === 'youtrack' && now - before.changedAt < cancellingMs;
    this.#write(object, issue, {
      states: new Set([wish]),
      sides: new Set(wish === 'live' ? [side] : []),
      mayDiffer: isTold ? cancels && (before.differedBefore || before.mayDiffer) : true,
      changedAt: now,
      touchedAt: now,
      differedBefore: before.mayDiffer,
      wasUntold: before.wasUntold || !isTold,
    });
  }

  /** One request of which nobody knows whether it was carried out, or which others at the same moment contradict. */
  doubt({ object, issue, wish, side, isMirrored }: Told, now: number): void {
    const before = this.#read(object, issue);
    this.#write(object, issue, {
      states: new Set([...before.states, wish]),
      sides: new Set([...before.sides, side]),
      mayDiffer: before.mayDiffer || (side === 'tracker' && !isMirrored),
      changedAt: now,
      touchedAt: now,
      differedBefore: before.differedBefore || before.mayDiffer,
      wasUntold: before.wasUntold || (side === 'tracker' && !isMirrored),
    });
  }

  /** What was changed since then may be lost, or Tracker may never hear of it. */
  unsettle(since: number, isMeant: (issue: number) => boolean = () => true): void {
    for (const [name, kept] of this.#links)
      if (kept.touchedAt >= since && isMeant(Number(name.split(' ')[1])))
        this.#links.set(name, { ...kept, states: new Set(['live', 'gone']), mayDiffer: true });
  }

  /** The sides need not agree about a link any more. */
  letDiffer(object: number, issue: number): void {
    this.#write(object, issue, { ...this.#read(object, issue), mayDiffer: true, wasUntold: true });
  }

  #read(object: number, issue: number): Kept {
    return this.#links.get(`${object} ${issue}`) ?? nothing;
  }

  #write(object: number, issue: number, kept: Kept): void {
    this.#links.set(`${object} ${issue}`, kept);
  }
}
