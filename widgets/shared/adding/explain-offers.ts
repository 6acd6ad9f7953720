import type { Translator } from '../i18n/create-translator.ts';
import { toKeysText } from '../i18n/keys-text.ts';
import type { SharedKey } from '../i18n/translation.ts';
import type { Offer } from '../pasting/paste.ts';

/** Keys that are offered for the same reason. */
export interface OfferGroup {
  readonly reason: string;
  readonly offers: readonly Offer[];
}

/** Unclear texts and other sites are named one by one. */
export function groupOffers(
  translator: Translator<SharedKey>,
  offers: readonly Offer[],
): readonly OfferGroup[] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const { doubt, written } = offer;
    const name = doubt === 'unclear' || doubt === 'elsewhere' ? `${doubt} ${written}` : doubt;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [offer]);
    else group.push(offer);
  }
  return [...groups.values()].map((group) => ({ reason: explain(translator, group), offers: group }));
}

function explain(translator: Translator<SharedKey>, group: readonly Offer[]): string {
  const { doubt = 'queue', written = '' } = group[0] ?? {};
  const keys = toKeysText(
    translator,
    group.map(({ key }) => key),
  );
  return translator.text(`box.offer.${doubt}`, { count: group.length, keys, written });
}
