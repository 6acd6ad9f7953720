import type { PackageFiles } from '../import-package.ts';
import { tryImport } from '../probe.ts';
import type { Question } from '../question.ts';

const nothing = '() => undefined';
const handler = (...endpoints: string[]) => `exports.httpHandler = { endpoints: [${endpoints.join(', ')}] };`;
const endpoint = (scope: string) =>
  `{ method: 'GET', path: '${scope}', scope: '${scope}', handle: ${nothing} }`;
const entities = `require('@jetbrains/youtrack-scripting-api/entities')`;
const widget = {
  key: 'panel',
  name: 'Panel',
  extensionPoint: 'ISSUE_BELOW_SUMMARY',
  indexPath: 'panel/index.html',
};
const page = { 'widgets/panel/index.html': '<!doctype html><title>Panel</title>' };

type Asked = Pick<Question, 'id' | 'asks' | 'standing' | 'known'> & Partial<Pick<Question, 'flag'>>;

function askImport(files: PackageFiles, question: Asked): Question {
  return { ...question, ask: (probe) => tryImport(probe, files) };
}

/** Which packages a server takes. Each is imported under a name of the probe's and taken away at once. */
export const packageQuestions: readonly Question[] = [
  askImport(
    { 'mixed.js': handler(endpoint('issue'), endpoint('global')) },
    {
      id: 'mixed-scopes',
      asks: 'Is a handler file with scopes of both families imported?',
      standing: 'conflict',
      known: 'JetBrains’ reference forbids it, its generator writes it',
      flag: '--mixed-scopes',
    },
  ),
  askImport(
    { 'manifest.json': { widgets: [{ ...widget, name: undefined }] }, ...page },
    {
      id: 'widget-without-name',
      asks: 'Is a widget without a name imported?',
      standing: 'conflict',
      known: 'the manifest’s schema asks for a name, the widgets reference does not',
    },
  ),
  askImport(
    { 'manifest.json': { widgets: [] } },
    {
      id: 'no-widgets',
      asks: 'Is an empty list of widgets imported?',
      standing: 'doc',
      known: 'it is refused',
    },
  ),
  askImport(
    { 'manifest.json': { whatever: true } },
    {
      id: 'unknown-manifest-key',
      asks: 'Is a manifest with an unknown key imported?',
      standing: 'seen',
      known: 'unknown keys are tolerated',
    },
  ),
  askImport(
    { 'manifest.json': { version: '1.0' } },
    {
      id: 'short-version',
      asks: 'Is the version 1.0 imported?',
      standing: 'doc',
      known: 'versions must be full x.y.z',
    },
  ),
  askImport(
    { 'manifest.json': { minYouTrackVersion: '2999.1.0' } },
    {
      id: 'later-server-needed',
      asks: 'Is an app imported that needs a later YouTrack?',
      standing: 'doc',
      known: 'it is refused',
    },
  ),
  askImport(
    { 'asks.js': `const missing = require('./missing'); ${handler()}` },
    {
      id: 'missing-module',
      asks: 'Is a script imported that requires a module which is not there?',
      standing: 'seen',
      known: 'the whole import fails',
    },
  ),
  askImport(
    { 'throws.js': `throw new Error('while loading');` },
    {
      id: 'throws-while-loading',
      asks: 'Is a script imported that throws while it is loaded?',
      standing: 'seen',
      known: 'the whole import fails',
    },
  ),
  askImport(
    {
      'idle.js': `exports.rule = ${entities}.Issue.onSchedule({ title: 'Idle', cron: '', search: '#none', action: ${nothing} });`,
    },
    {
      id: 'empty-cron',
      asks: 'Is an on-schedule rule without a cron expression imported?',
      standing: '?',
      known: 'JetBrains’ generator writes such rules; here they never run',
    },
  ),
];
