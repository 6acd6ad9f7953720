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
  /** Whether anybody else has an equal login or uid. */
  readonly isShared: boolean;
  /** Visible names of those of them whose identity the caller may change; to others it is nobody's business who they are. */
  readonly sharedWith: readonly string[];
}
