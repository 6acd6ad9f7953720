import { endpoint, handler, packApp } from '../support/pack-app.ts';

const backend = `${handler(
  endpoint(
    'POST rename',
    'ctx.issue.summary = ctx.request.json().summary; ctx.response.json({ ok: true })',
    `scope: 'issue'`,
  ),
  endpoint(
    'POST later',
    `ctx.invokeAsync('finish', 3600000); ctx.response.json({ planned: true })`,
    `scope: 'issue'`,
  ),
  endpoint(
    'POST mail',
    `console.log('пишу'); ctx.currentUser.notify('Тема', 'Слово <b>жирное</b>'); ctx.response.json({})`,
    `scope: 'issue'`,
  ),
)}
exports.httpHandler.asyncFunctions = { finish: (ctx) => { ctx.issue.summary = 'Готово'; } };`;

const nightly = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({
  title: 'Ночью', search: '#DEMO-1', cron: '0 0 3 * * ?', action: (ctx) => { ctx.issue.description = 'ночью'; },
});`;

const settings = {
  type: 'object',
  properties: {
    token: { type: 'string', format: 'secret', title: 'Токен' },
    color: { type: 'string', enum: ['red', 'green'], title: 'Цвет', description: 'Каким будет значок' },
    limit: { type: 'integer', minimum: 1, 'x-scope': 'PROJECT' },
    owner: { type: 'object', 'x-entity': 'User' },
    isLoud: { type: 'boolean' },
  },
};

/** An app with one of each thing that the inspector shows. */
export function packInspectedApp(name = 'inspected'): Uint8Array {
  return packApp(name, {
    'manifest.json': { name, title: name === 'inspected' ? 'Образец' : name, version: '1.0.0' },
    'backend.js': backend,
    'nightly.js': nightly,
    'settings.json': settings,
  });
}
