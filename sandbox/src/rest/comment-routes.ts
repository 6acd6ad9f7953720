import { Hono } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyFlag, requiredText } from './body-values.ts';
import { commentAttributeNames, showComments } from './entities/comment-entity.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { pageOf } from './page-of.ts';
import {
  type RestCall,
  reading,
  requirePermission,
  type ShowAfterwards,
  shown,
  writing,
} from './rest-call.ts';
import { visibleArticle, visibleIssue, visiblePart } from './visible-entity.ts';
import { writeVisibility } from './write-visibility.ts';

/** How comments of issues and of articles differ. */
interface CommentKind {
  readonly base: string;
  readonly type: 'IssueComment' | 'ArticleComment';
  readonly owner: 'issue' | 'article';
  readonly find: (call: RestCall, id: string) => Id;
  readonly create: string;
  readonly update: string;
  readonly updateForeign: string;
  readonly remove: string;
  readonly removeForeign: string;
}

/** Articles have no permissions of their own for other people's comments. */
const kinds: readonly CommentKind[] = [
  {
    base: '/api/issues/:id/comments',
    type: 'IssueComment',
    owner: 'issue',
    find: visibleIssue,
    create: 'CREATE_COMMENT',
    update: 'UPDATE_COMMENT',
    updateForeign: 'UPDATE_NOT_OWN_COMMENT',
    remove: 'DELETE_COMMENT',
    removeForeign: 'DELETE_NOT_OWN_COMMENT',
  },
  {
    base: '/api/articles/:id/comments',
    type: 'ArticleComment',
    owner: 'article',
    find: visibleArticle,
    create: 'CREATE_ARTICLE_COMMENT',
    update: 'UPDATE_ARTICLE_COMMENT',
    updateForeign: 'UPDATE_ARTICLE_COMMENT',
    remove: 'DELETE_ARTICLE_COMMENT',
    removeForeign: 'DELETE_ARTICLE_COMMENT',
  },
];

/** Comments of issues and articles. Source: "Issue Comments", "Article Comments" of JetBrains' REST reference. */
export function createCommentRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const kind of kinds) {
    routes.get(
      kind.base,
      reading(sandbox, (call) => pageOf(showComments({ ...call, id: ownerOf(call, kind) }), call.query)),
    );
    routes.post(
      kind.base,
      writing(sandbox, (call) => create(call, kind)),
    );
    routes.get(
      `${kind.base}/:comment`,
      reading(sandbox, (call) => call.show(requestedComment(call, kind))),
    );
    routes.post(
      `${kind.base}/:comment`,
      writing(sandbox, (call) => update(call, kind)),
    );
    routes.delete(
      `${kind.base}/:comment`,
      writing(sandbox, (call) => remove(call, kind)),
    );
  }
  return routes;
}

function create(call: RestCall, kind: CommentKind): ShowAfterwards {
  const { tx, user, now, body } = call;
  acceptKeys(body, ['text', 'visibility'], commentAttributeNames);
  const owner = ownerOf(call, kind);
  requirePermission(call, kind.create, targetOf(tx, owner, 'project'));
  const comment = tx.create(kind.type, {
    [kind.owner]: { ref: owner },
    author: { ref: user },
    text: requiredText(body, 'text'),
    created: now,
  });
  writeVisibility(call, comment, body.visibility);
  return shown(comment);
}

function update(call: RestCall, kind: CommentKind): ShowAfterwards {
  const { tx, now, body } = call;
  acceptKeys(body, ['text', 'visibility', 'deleted', 'pinned'], commentAttributeNames);
  const comment = requestedComment(call, kind);
  requireFor(call, comment, kind.update, kind.updateForeign);
  if (body.text !== undefined) {
    tx.set(comment, 'text', requiredText(body, 'text'));
    tx.set(comment, 'updated', now);
  }
  const deleted = bodyFlag(body, 'deleted');
  if (deleted !== undefined) tx.set(comment, 'deleted', deleted);
  const pinned = bodyFlag(body, 'pinned');
  if (pinned !== undefined) tx.set(comment, 'isPinned', pinned);
  writeVisibility(call, comment, body.visibility);
  return shown(comment);
}

function remove(call: RestCall, kind: CommentKind): undefined {
  const comment = requestedComment(call, kind);
  requireFor(call, comment, kind.remove, kind.removeForeign);
  removeEntity(call.tx, comment);
}

function requireFor(call: RestCall, comment: Id, own: string, foreign: string): void {
  const { tx, user } = call;
  const owner = targetOf(tx, comment, 'issue') ?? targetOf(tx, comment, 'article') ?? '';
  const key = targetOf(tx, comment, 'author') === user ? own : foreign;
  requirePermission(call, key, targetOf(tx, owner, 'project'));
}

function ownerOf(call: RestCall, { find }: CommentKind): Id {
  return find(call, call.param('id'));
}

function requestedComment(call: RestCall, kind: CommentKind): Id {
  return visiblePart(call, { id: call.param('comment'), owner: kind.owner, of: ownerOf(call, kind) });
}
