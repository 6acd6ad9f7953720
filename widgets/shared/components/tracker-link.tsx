import { useTranslator } from '../i18n/translation.ts';

interface TrackerLinkProps {
  readonly issueKey: string;
  readonly url: string;
}

/** A Tracker issue's key; opens Tracker in a new tab. */
export function TrackerLink({ issueKey, url }: TrackerLinkProps) {
  const translator = useTranslator();
  return (
    <a
      class="ring-link-link"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={translator.text('row.opensTracker')}
    >
      {issueKey}
    </a>
  );
}
