/** Runs one task after another in the order given, so that an undo never overtakes what it undoes. */
export class SerialQueue {
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  isBusy(): boolean {
    return this.#waiting > 0;
  }

  run(task: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    const done = this.#turn.then(task).finally(() => {
      this.#waiting -= 1;
    });
    // A task that threw must not keep the next one from its turn; who asked for it still sees the error.
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
