import {
  computed,
  date,
  type EntityType,
  fixed,
  flag,
  inverse,
  many,
  one,
  since,
  text,
} from './entity-type.ts';

/** The types that others extend; nothing is of these types alone. */
export const baseTypes: readonly EntityType[] = [
  {
    name: 'BaseEntity',
    properties: {
      becomesRemoved: since('2017.4.37915', computed(flag)),
      isNew: since('2018.2.42351', computed(flag)),
    },
  },
  {
    name: 'BaseArticle',
    extends: 'BaseEntity',
    since: '2021.4.23500',
    properties: {
      attachments: inverse('ArticleAttachment', 'article'),
      author: fixed(one('User')),
      content: text,
      isStarred: since('2023.1', computed(flag)),
      originalArticle: since('2026.1', fixed(one('Article'))),
      summary: text,
      tags: since('2023.1', many('Tag')),
    },
  },
  {
    name: 'BaseArticleAttachment',
    extends: 'PersistentFile',
    properties: {
      author: since('2026.1', fixed(one('User'))),
      fileUrl: since('2026.1', computed(text)),
      isRemoved: since('2026.1', computed(flag)),
      metaData: since('2026.1', fixed(text)),
    },
  },
  {
    name: 'BaseArticleComment',
    extends: 'BaseEntity',
    since: '2021.4.23500',
    properties: {
      attachments: inverse('ArticleAttachment', 'comment'),
      created: fixed(date),
      isPinned: since('2024.1', flag),
      text,
      updated: fixed(date),
    },
  },
  {
    name: 'BaseComment',
    extends: 'BaseEntity',
    properties: {
      isUsingMarkdown: since('2017.4.38870', flag),
      attachments: since('2018.1.40030', inverse('IssueAttachment', 'comment')),
      created: fixed(date),
      isPinned: since('2024.1', flag),
      text,
      updated: fixed(date),
    },
  },
  {
    name: 'BaseWorkItem',
    extends: 'BaseEntity',
    properties: {
      isUsingMarkdown: since('2017.4.38870', flag),
      author: fixed(one('User')),
      created: fixed(date),
      creator: fixed(one('User')),
      description: text,
      type: one('WorkItemType'),
      updated: fixed(date),
    },
  },
];
