import {
  computed,
  date,
  type EntityType,
  fixed,
  flag,
  internal,
  inverse,
  many,
  one,
  since,
  text,
} from './entity-type.ts';

/** Agile boards. What an issue belongs to is kept with the issue, as `sprints`. */
export const boardTypes: readonly EntityType[] = [
  {
    name: 'Agile',
    extends: 'BaseEntity',
    typeNumber: 108,
    properties: {
      author: fixed(one('User')),
      currentSprint: since('2023.1', computed(one('Sprint'))),
      name: fixed(text),
      sprints: inverse('Sprint', 'agile'),
      chosenSprint: internal(one('Sprint')),
      projects: internal(many('Project')),
    },
  },
  {
    name: 'Sprint',
    extends: 'BaseEntity',
    typeNumber: 109,
    properties: {
      agile: fixed(one('Agile')),
      finish: fixed(date),
      isArchived: fixed(flag),
      name: fixed(text),
      start: fixed(date),
    },
  },
];
