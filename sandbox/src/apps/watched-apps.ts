/** What pages are told of the apps whose files are watched. */
export interface WatchedApps {
  /** Another one after every import: a page of another edition is out of date. */
  readonly edition: string;
  readonly problems: readonly WatchProblem[];
}

/** Why the newest files of an app could not be imported. */
export interface WatchProblem {
  /** The app as it was last imported from there; undefined when it never was. */
  readonly app: string | undefined;
  /** The folder or zip, as the command line names it. */
  readonly path: string;
  readonly message: string;
}
