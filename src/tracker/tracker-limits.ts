/** What the client asks for and takes in at most, with the reason. */
export const trackerLimits = {
  /** "Up to 5 requests per second for searching" and 10 for the rest are guaranteed ("Possible response codes"). */
  requestsPerSecond: { search: 5, other: 10 },
  /** A little more than a second: requests may come closer together at Tracker than they left here. */
  windowMs: 1_100,
  /** Keys in one search: one page of its answer. */
  keysPerSearch: 50,
  /** Queues in one request, and requests for all of them: what one list box can offer. */
  queuesPerPage: 100,
  queuePages: 10,
  /** How long an answer may take where a person waits, and where nobody does. */
  timeoutMs: { person: 3_000, background: 10_000 },
  /** No wait that Tracker asks for is believed to be longer. */
  longestWaitMs: 7 * 24 * 60 * 60 * 1000,
  /** And none keeps everybody else of this node waiting longer. */
  longestPauseMs: 15 * 60 * 1000,
  /** A longer answer is none of Tracker's: fifty issues with long descriptions stay well below. */
  answerCharacters: 8_000_000,
  /** Entries of a list that are read. */
  listEntries: 10_000,
  /** Characters of an id, a key or a name, and of a summary. */
  nameCharacters: 300,
  summaryCharacters: 1_000,
  /** Former keys of one issue. */
  aliases: 100,
  /** Words and characters of a text that is searched by. */
  searchWords: 12,
  searchCharacters: 255,
} as const;
