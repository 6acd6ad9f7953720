interface EntityLinkProps {
  readonly url: string;
  readonly entityKey: string;
  readonly isResolved?: boolean;
}

/** A thing in YouTrack by its key; opens in a new tab, since a frame is no place for YouTrack's own pages. */
export function EntityLink({ url, entityKey, isResolved = false }: EntityLinkProps) {
  const key = isResolved ? <s>{entityKey}</s> : entityKey;
  return (
    <a class="ring-link-link" href={url} target="_blank" rel="noopener">
      {key}
    </a>
  );
}
