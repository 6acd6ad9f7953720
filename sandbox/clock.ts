/** The sandbox's idea of time: real for people, moved by hand for tests. Times are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Runs the job once the clock has reached `atMs`; the returned function takes it back. */
  at(atMs: number, job: () => void): () => void;
}
