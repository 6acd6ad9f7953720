/** What the world file says of an app that is to be installed. */
export interface AppConfiguration {
  /** Keys of the projects it is attached to; all of them when left out. */
  readonly projects?: readonly string[] | undefined;
  /** Installed but switched off when false. */
  readonly enabled?: boolean | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** By project key. */
  readonly projectSettings?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}
