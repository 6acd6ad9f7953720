import type { Ref } from 'preact';
import { Button } from '../components/button.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { Offer } from '../pasting/paste.ts';
import { groupOffers } from './explain-offers.ts';

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly place: Ref<HTMLUListElement>;
  readonly onTake: (offer: Offer) => void;
}

/** A button each; as they are taken, others follow. */
const shownAtOnce = 6;

/** Keys that are added only on a click of their own, with the reason why. */
export function Offers({ offers, place, onTake }: OffersProps) {
  const translator = useTranslator();
  const shown = offers.slice(0, shownAtOnce);
  return (
    <ul class="tl-offers" ref={place} aria-label={translator.text('box.offers')}>
      {groupOffers(translator, shown).map((group) => (
        <li key={group.reason}>
          <span>{group.reason}</span>
          {group.offers.map((offer) => (
            <Button key={offer.key} inline onClick={() => onTake(offer)}>
              {translator.text('box.offer.add', { key: offer.key })}
            </Button>
          ))}
        </li>
      ))}
      {offers.length > shown.length && (
        <li>{translator.text('box.more', { count: offers.length - shown.length })}</li>
      )}
    </ul>
  );
}
