import { date, type EntityType, flag, internal, one, text } from './entity-type.ts';

/** Installed apps, where they are attached, and what they store for themselves. */
export const appTypes: readonly EntityType[] = [
  {
    name: 'App',
    typeNumber: 170,
    properties: {
      name: internal(text),
      version: internal(text),
      enabled: internal(flag),
      autoAttach: internal(flag),
      settings: internal(text),
      updated: internal(date),
    },
  },
  {
    name: 'AppUsage',
    typeNumber: 171,
    properties: {
      app: internal(one('App')),
      project: internal(one('Project')),
      enabled: internal(flag),
      settings: internal(text),
    },
  },
  {
    name: 'AppGlobalStorage',
    extends: 'BaseEntity',
    typeNumber: 172,
    since: '2024.2',
    properties: { app: internal(text) },
  },
];
