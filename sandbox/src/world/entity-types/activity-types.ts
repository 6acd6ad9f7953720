import { date, type EntityType, internal, one, text } from './entity-type.ts';

/** What was done to issues and articles: one entity for each change of one member. */
export const activityTypes: readonly EntityType[] = [
  {
    name: 'ActivityItem',
    typeNumber: 180,
    properties: {
      target: internal({ kind: 'ref' }),
      author: internal(one('User')),
      timestamp: internal(date),
      /** As REST names it: `CustomFieldCategory`. */
      category: internal(text),
      /** What was changed: a custom field's name, a link's name, else the property. */
      member: internal(text),
      /** JSON lists of what came and what went: texts, numbers, and entities as `{"ref","name"}`. */
      added: internal(text),
      removed: internal(text),
    },
  },
];
