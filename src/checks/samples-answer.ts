/** Objects of one project with which the addresses of a registration can be tried. */
export interface ProjectSamples {
  /** As YouTrack spells it, or as it was asked for where the caller may not see it. */
  readonly project: string;
  /** Whether the caller may see it; nothing else is said of a project they may not. */
  readonly isVisible: boolean;
  /** An issue that the caller may see; absent where there is none. */
  readonly issue?: string;
  /** The same of an article. */
  readonly article?: string;
  /** Permissions that Tracker's account lacks here, of those it needs; absent where there is no such account. */
  readonly lacking?: readonly string[];
}

/** Answer of `samples`: in the order asked. */
export interface SamplesAnswer {
  readonly projects: readonly ProjectSamples[];
}
