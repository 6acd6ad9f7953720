const entities = require('@jetbrains/youtrack-scripting-api/entities');
const workflow = require('@jetbrains/youtrack-scripting-api/workflow');
const { answering } = require('./answering');

const get = (path, work) => answering('GET', path, work);
const post = (path, work) => answering('POST', path, work);
const plain = (method, path, handle) => ({ method, path, scope: 'issue', handle });
const own = (ctx) => ctx.issue.extensionProperties;
const kindOf = (value) => (value === null ? 'null' : typeof value);

/** Keeps the engine busy, as a slow script would, so that requests meet. */
function dawdle(ms) {
  const start = Date.now();
  for (let turn = 0; turn < 20000000 && Date.now() - start < ms; turn += 1);
}

/** Values that are of another type than the property is declared with. */
const conversions = {
  'a number as a string': ['text', 7],
  'digits as an integer': ['count', '42'],
  'a fraction as an integer': ['count', 1.5],
  'true as a text': ['flag', 'true'],
  'yes as a boolean': ['flag', 'yes'],
};

exports.httpHandler = {
  endpoints: [
    ...['GET', 'POST', 'PUT', 'DELETE'].map((method) =>
      plain(method, 'write', (ctx) => {
        own(ctx).text = ctx.request.getParameter('text');
        ctx.response.text('done');
      }),
    ),
    get('text', (ctx) => own(ctx).text || ''),
    plain('POST', 'write-and-refuse', (ctx) => {
      own(ctx).text = 'refused';
      ctx.response.code = 409;
    }),
    plain('POST', 'write-and-throw', (ctx) => {
      own(ctx).text = 'thrown';
      throw new Error('thrown by the probe');
    }),
    post('start-count', (ctx) => {
      own(ctx).count = 0;
    }),
    post('count', (ctx) => {
      const before = Number(own(ctx).count || 0);
      dawdle(60);
      own(ctx).count = before + 1;
    }),
    get('count', (ctx) => Number(own(ctx).count)),
    post('add-friend', (ctx) => {
      dawdle(60);
      own(ctx).friends.add(entities.Issue.findById(ctx.request.getParameter('friend')));
    }),
    get('friends', (ctx) => own(ctx).friends.size),
    get('unset', (ctx) => ['text', 'count', 'ratio', 'flag', 'friend'].map((name) => kindOf(own(ctx)[name]))),
    post('undeclared', (ctx) => {
      own(ctx).nowhere = 'x';
      return kindOf(own(ctx).nowhere);
    }),
    post('convert', (ctx) => {
      const [name, value] = conversions[ctx.request.getParameter('case')];
      own(ctx)[name] = value;
      return own(ctx)[name];
    }),
    get('find-undeclared', () => entities.Issue.findByExtensionProperties({ nowhere: 'x' }).size),
    post('find-at-once', (ctx) => {
      own(ctx).text = 'found at once';
      return entities.Issue.findByExtensionProperties({ text: 'found at once' }).size;
    }),
    post('too-long', (ctx) => {
      own(ctx).text = 'x'.repeat(4194305);
      return own(ctx).text.length;
    }),
    get('host-values', (ctx) => ({
      created: typeof ctx.issue.created,
      'created is a whole number': Number.isInteger(ctx.issue.created),
      summary: typeof ctx.issue.summary,
      'headers is an Array': Array.isArray(ctx.request.headers),
      'parameterNames is an Array': Array.isArray(ctx.request.parameterNames),
      'getParameters is an Array': Array.isArray(ctx.request.getParameters('a')),
    })),
    get('absent-parameter', (ctx) => kindOf(ctx.request.getParameter('none'))),
    get('for-of', (ctx) => {
      const seen = [];
      for (const issue of ctx.project.issues) seen.push(issue);
      return seen.length > 0;
    }),
    get('spread', (ctx) => [...ctx.project.issues].length > 0),
    get('same-object', (ctx) => entities.Issue.findById(ctx.issue.id) === ctx.issue),
    get('by-internal-id', (ctx) => entities.Issue.findById(ctx.request.getParameter('id')) !== null),
    get('entity-as-json', (ctx) => ctx.issue),
    get('unknown-field', (ctx) => kindOf(ctx.issue.fields['No such field'])),
    post('unknown-field', (ctx) => {
      ctx.issue.fields['No such field'] = 'x';
      return 'nothing happens';
    }),
    get('unknown-permission', (ctx) => ctx.currentUser.hasPermission('NO_SUCH_PERMISSION', ctx.project)),
    get('i18n', () => workflow.i18n('{0} and {1}', 'one', 'two')),
    get('secret', (ctx) => {
      const { secret } = ctx.settings;
      return { 'tells itself': String(secret) === 'told', 'tells itself joined': `x${secret}` === 'xtold' };
    }),
    get('members', (ctx) => {
      const { currentUser: user, issue, project } = ctx;
      const set = project.issues;
      return {
        'Issue.watchers': 'watchers' in issue,
        'Issue.ccUsers': 'ccUsers' in issue,
        'Issue.boards': 'boards' in issue,
        'Project.isTimeTrackingEnabled': 'isTimeTrackingEnabled' in project,
        'Project.iconUrl': 'iconUrl' in project,
        'User.hasPermission': 'hasPermission' in user,
        'User.type': 'type' in user,
        'Set.map': 'map' in set,
        'ctx.invokeAsync': 'invokeAsync' in ctx,
      };
    }),
  ],
};
