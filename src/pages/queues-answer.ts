/** Answer of `queues`: what tells a Tracker key from another word with a number. */
export interface QueuesAnswer {
  /** Queues of which an issue is linked to something that the caller may see, as far as a short look finds them. */
  readonly queues: readonly string[];
}
