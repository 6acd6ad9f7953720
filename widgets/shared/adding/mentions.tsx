import { useEffect, useState } from 'preact/hooks';
import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
import { Button } from '../components/button.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { BoxSources, OnAdd } from './box-sources.ts';
import { findMentions } from './find-mentions.ts';

interface MentionsProps {
  readonly text: string;
  readonly sources: BoxSources;
  /** Keys that have a row, whatever is happening to it. */
  readonly shown: ReadonlySet<string>;
  readonly onAdd: OnAdd;
}

type Mention = Pick<Candidate, 'issueKey' | 'summary'>;

/** A line each; as they are taken, others follow. */
const shownAtOnce = 3;
/** So many keys of usual length are one question. */
const mostAsked = 15;

/** Tracker issues that the object's own texts mention, each to be linked with one click. None is ever linked by itself. */
export function Mentions({ text, sources, shown, onAdd }: MentionsProps) {
  const translator = useTranslator();
  const [found, setFound] = useState<readonly Mention[]>([]);
  useEffect(() => {
    let isOver = false;
    void readMentions(text, sources).then((mentions) => isOver || setFound(mentions));
    return () => {
      isOver = true;
    };
  }, [text, sources]);
  const left = found.filter(({ issueKey }) => !shown.has(issueKey));
  if (left.length === 0) return null;
  return (
    <ul class="tl-offers" aria-label={translator.text('mentions')}>
      {left.slice(0, shownAtOnce).map(({ issueKey, summary }) => (
        <li key={issueKey}>
          <span>{translator.text('mentions.one', { key: issueKey })}</span>
          {summary !== undefined && <bdi>{summary}</bdi>}
          <Button inline onClick={() => onAdd([issueKey], 'all')}>
            {translator.text('box.offer.add', { key: issueKey })}
          </Button>
        </li>
      ))}
      {left.length > shownAtOnce && (
        <li>{translator.text('box.more', { count: left.length - shownAtOnce })}</li>
      )}
    </ul>
  );
}

/** Those that exist, where that can be told, under the keys they have now. */
async function readMentions(text: string, { readNames, suggest }: BoxSources): Promise<readonly Mention[]> {
  const keys = findMentions(text, await readNames());
  if (keys.length === 0) return [];
  const told = await suggest(keys.slice(0, mostAsked).join(' '));
  const candidates = told.ok ? told.data.candidates : [];
  return keys.flatMap((issueKey) => {
    const one = candidates.find((candidate) => candidate.issueKey === issueKey);
    return one?.isGone ? [] : [{ ...one, issueKey: one?.currentKey ?? issueKey }];
  });
}
