/** How much an object tells about itself in Tracker, from all to least. */
export const disclosures = ['full', 'status', 'key'] as const;

export type Disclosure = (typeof disclosures)[number];

/** A level as it is written in a setting; one that is not understood is the strictest. */
export function toDisclosure(text: string): Disclosure {
  return disclosures.find((level) => level === text) ?? 'key';
}

/** The stricter of two levels. */
export function stricter(one: Disclosure, other: Disclosure): Disclosure {
  return disclosures.indexOf(one) >= disclosures.indexOf(other) ? one : other;
}
