import Link from '@jetbrains/ring-ui-built/components/link/link';

interface TrackerLinkProps {
  readonly issueKey: string;
  readonly url: string;
}

/** A Tracker issue's key; opens Tracker in a new tab. */
export function TrackerLink({ issueKey, url }: TrackerLinkProps) {
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {issueKey}
    </Link>
  );
}
