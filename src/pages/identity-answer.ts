/** Who a person is in Tracker, as pages and forms have it. Uids are decimal strings: 64-bit numbers do not survive JSON's. */
export interface IdentityView {
  readonly login?: string;
  readonly trackerUid?: string;
  readonly passportUid?: string;
}

/** Answer of `identity`, asked or saved. */
export interface IdentityAnswer {
  /** Login in YouTrack. */
  readonly user: string;
  readonly identity: IdentityView;
  /** Visible names of other people, whom the caller may see, with an equal login or uid. */
  readonly sharedWith: readonly string[];
}
