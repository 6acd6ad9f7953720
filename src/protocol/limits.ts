/** How much one request may carry. Beyond these: `too_large`, or `malformed` for a single over-long value. */
export const limits = {
  /** UTF-8 bytes of a request body. A hundred keys of the longest kind take a sixth of it. */
  bodyBytes: 65_536,
  /** Objects named in one request: they are written in one transaction, which must stay short. */
  entityIds: 100,
  /** Links that one object has at once; adding beyond it is refused. */
  liveLinks: 1_000,
  /** Tracker issues whose linked objects one call of a tool looks up: each goes through all that is linked. */
  issuesLookedUp: 10,
  /** Characters of one key; the longest real ones (logins that are e-mail addresses) stay well below. */
  keyCharacters: 100,
  /** Characters of a pasted Tracker address, query string and all. */
  urlCharacters: 2_000,
  /** Characters of a search text. */
  inputCharacters: 255,
  /** Characters of a refused value that are given back. */
  receivedCharacters: 100,
  /** Problems named of one list: an answer must not be a hundred times as long as what it answers. */
  listProblems: 100,
  /** Answers of one `suggest`: what a drop-down list shows. */
  suggestions: 10,
  /** Characters of a text to filter a list by. */
  filterCharacters: 100,
  /** Characters of a login, as long as links remember one. */
  loginCharacters: 255,
  /** Characters of a cursor: a login and two keys, each letter of which may take five. */
  cursorCharacters: 3_000,
  /** Objects on one page of a list: each may show many links. */
  pageEntities: 200,
  /** Projects whose objects are looked up at once, to try addresses with: each takes a search. */
  sampleProjects: 50,
  /** Links on one page of all links: an export fetches them in pages of this size. */
  pageLinks: 1_000,
} as const;
