import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
import { Button } from '../components/button.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { Offer } from '../pasting/paste.ts';
import { SuggestionList } from '../suggesting/suggestion-list.tsx';
import { useActiveOption } from '../suggesting/use-active-option.ts';
import { hintAfterEnter } from './box-hint.ts';
import { BoxInput } from './box-input.tsx';
import type { BoxSources, OnAdd } from './box-sources.ts';
import { Offers } from './offers.tsx';
import { useBox } from './use-box.ts';

interface AddBoxProps {
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  readonly sources: BoxSources;
  readonly onAdd: OnAdd;
  readonly onClose: () => void;
}

/**
 * The box that takes a key, several, a Tracker address, any text with keys in it, or words of a summary. Enter adds, or takes
 * what was chosen from the list; Escape closes the list, then the box.
 */
export function AddBox({ linked, sources, onAdd, onClose }: AddBoxProps) {
  const translator = useTranslator();
  const input = useRef<HTMLInputElement>(null);
  const offersPlace = useRef<HTMLUListElement>(null);
  const [isEntered, setEntered] = useState(false);
  const [closedList, closeList] = useState<readonly Candidate[]>();
  const box = useBox(sources, linked);
  const { value, plan, candidates, isSearching, isRead, hint, offers, setValue, setLeftOver, type } = box;
  const shown = closedList === candidates ? [] : candidates;
  const active = useActiveOption(shown.length, candidates);
  const { paste } = plan;
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!isEntered || !isRead) return;
    setEntered(false);
    enter();
  }, [isEntered, isRead]);

  function enter(): void {
    if (value.trim() === '' || isSearching) return;
    const chosen = active.index === undefined ? undefined : shown[active.index];
    const isNothingToAdd = plan.adding.length + plan.present.length === 0;
    if (chosen !== undefined) choose(chosen);
    else if (isNothingToAdd && shown.length > 0) active.point(0);
    else if (isNothingToAdd && offers.length > 0) offersPlace.current?.querySelector('button')?.focus();
    else addAll(isNothingToAdd);
  }
  function addAll(isNothing: boolean): void {
    const left = { hint: hintAfterEnter(translator, plan), offers: plan.offers };
    const isAll = left.hint === undefined && left.offers.length === 0;
    setLeftOver(left);
    if (!isNothing) onAdd([...plan.adding, ...plan.present], isAll ? 'all' : 'some');
    if (!paste.isWords) setValue([...plan.later, ...plan.tooMany, ...paste.malformed].join(' '));
    input.current?.focus();
  }
  function choose({ issueKey, currentKey }: Candidate): void {
    onAdd([currentKey ?? issueKey], 'all');
    type('');
    input.current?.focus();
  }
  function take({ key }: Offer): void {
    const isLast = offers.length === 1 && plan.adding.length === 0;
    onAdd([key], isLast && paste.malformed.length === 0 ? 'all' : 'some');
    if (isLast) setValue(paste.malformed.join(' '));
    input.current?.focus();
  }
  /** The browser submits no form whose button is off, and there may be offers to go to. */
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && shown.length === 0) onClose();
    if (event.key === 'Escape') closeList(candidates);
    if (event.target !== input.current) return;
    if (active.press(event.key)) event.preventDefault();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    setEntered(true);
  }

  return (
    <form
      class="tl-box"
      onSubmit={(event) => {
        event.preventDefault();
        setEntered(true);
      }}
      onKeyDown={press}
    >
      <BoxInput
        place={input}
        value={value}
        isError={hint.isError}
        hasList={shown.length > 0}
        active={active.index}
        onType={type}
      />
      <Button primary type="submit" disabled={plan.adding.length === 0}>
        {translator.text('box.add')}
      </Button>
      <Button onClick={onClose}>{translator.text('box.close')}</Button>
      {shown.length > 0 && (
        <SuggestionList candidates={shown} active={active.index} onPoint={active.point} onTake={choose} />
      )}
      <div id="tl-box-hint" class={hint.isError ? 'tl-hint tl-error' : 'tl-hint'} role="status">
        {hint.texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {offers.length > 0 && <Offers offers={offers} place={offersPlace} onTake={take} />}
    </form>
  );
}
