import { endpoint, handler } from '../support/pack-app.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const shows = (rule: string, source: Row['source'], path: string, json: unknown, as = 'admin'): Row => ({
  rule,
  source,
  as,
  send: `GET ${path}`,
  expect: { status: 200, json },
});
const posts = (rule: string, source: Row['source'], path: string, body: unknown, json?: unknown): Row => ({
  rule,
  source,
  send: `POST ${path}`,
  body,
  expect: { status: 200, ...(json === undefined ? {} : { json }) },
});

runGroup({
  name: 'drafts',
  world: fullWorld,
  apps: {
    drafts: {
      'script.js':
        "const entities = require('@jetbrains/youtrack-scripting-api/entities');" +
        handler(
          endpoint(
            'POST article',
            "const draft = entities.Article.createDraft(ctx.project, ctx.currentUser); draft.summary = 'Черновик'; ctx.response.json({ value: [draft.summary, draft.originalArticle, ctx.project.articles.find((a) => a.summary === 'Черновик') === undefined] })",
            "scope: 'project'",
          ),
        ),
    },
  },
  rows: [
    posts(
      'a draft of an issue is made',
      'seen',
      '/api/users/me/drafts?fields=idReadable,isDraft,summary',
      { project: { shortName: 'DEMO' }, summary: 'Набросок' },
      {
        idReadable: null,
        isDraft: true,
        summary: 'Набросок',
        $type: 'Issue',
      },
    ),
    shows('it is among its author’s drafts', 'seen', '/api/users/me/drafts?fields=summary', [
      { summary: 'Набросок', $type: 'Issue' },
    ]),
    shows('nobody else has it', 'seen', '/api/users/me/drafts', [], 'jane'),
    shows(
      'it is no issue yet',
      'seen',
      '/api/issues?query=%D0%9D%D0%B0%D0%B1%D1%80%D0%BE%D1%81%D0%BE%D0%BA',
      [],
    ),
    posts(
      'a draft is changed',
      'seen',
      '/api/users/me/drafts/2-6?fields=description',
      { description: 'Ещё' },
      { description: 'Ещё', $type: 'Issue' },
    ),
    posts(
      'an issue is made of a draft',
      'restIssues',
      '/api/issues?draftId=2-6&fields=idReadable,summary',
      {},
      {
        idReadable: 'DEMO-5',
        summary: 'Набросок',
        $type: 'Issue',
      },
    ),
    shows('then the draft is gone', 'seen', '/api/users/me/drafts', []),
    posts(
      'a draft of an article is made',
      'seen',
      '/api/users/me/articleDrafts?fields=idReadable',
      { project: { shortName: 'DEMO' } },
      { idReadable: null, $type: 'Article' },
    ),
    shows(
      'articles do not list drafts',
      'seen',
      '/api/articles?query=title:%20%D0%A7%D0%B5%D1%80%D0%BD%D0%BE%D0%B2%D0%B8%D0%BA',
      [],
    ),
    {
      rule: 'a draft without a title is not published',
      source: 'restArticles',
      send: 'POST /api/articles?draftId=nowhere',
      body: {},
      expect: { status: 404 },
    },
    {
      rule: 'a script makes a draft of an article, which is not among the articles of its project',
      source: 'entities',
      send: 'POST /api/admin/projects/DEMO/extensionEndpoints/drafts/script/article',
      expect: { json: { value: ['Черновик', null, true] } },
    },
  ],
});
