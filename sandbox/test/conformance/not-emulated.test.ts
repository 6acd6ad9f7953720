import { fullWorld } from './full-world.ts';
import { connectionMembers, referenceMembers, referenceModules } from './reference-members.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const app = '/api/extensionEndpoints/members/look';

const everyType = Object.entries(referenceMembers).map(
  ([type, members]): Row => ({
    rule: `entities.${type}: every documented member is there, or throws an error that names it`,
    source: 'entities',
    send: `GET ${app}/type?name=${type}&members=${encodeURIComponent(members)}`,
    expect: { json: { wrong: [], seen: members.split(' ').filter(Boolean).length } },
  }),
);

const everyModule = Object.entries({ ...referenceModules, Connection: connectionMembers }).map(
  ([name, members]): Row => ({
    rule: `${name}: every documented member is there, or throws an error that names it`,
    source: 'http',
    send: `GET ${app}/module?name=${name}&members=${encodeURIComponent(members)}`,
    expect: { json: { wrong: [] } },
  }),
);

const refused = [
  ...[
    'ganttCharts',
    'vcsChanges',
    'pullRequests',
    'renderMarkup',
    'pauseSLA',
    'afterMinutes',
    'ccUsers',
    'channel',
  ],
  ...['Calendar24x7', 'notifyOnCase', 'hasRole', 'projectType', 'intervalToWorkingMinutes'],
  ...['createSharedDraft', 'attributes', 'type', 'wikify', 'pluggedAttributes', 'sendJabber', 'isSwimlane'],
].map(
  (name): Row => ({
    rule: `${name} is not emulated, and says so`,
    source: 'chosen',
    send: `POST ${app}/try?name=${name}`,
    expect: { text: new RegExp(`${name}.*not emulated`) },
  }),
);

runGroup({
  name: 'what is not emulated',
  world: fullWorld,
  apps: { members: 'members' },
  rows: [...everyType, ...everyModule, ...refused],
});
