import { type Context, Hono } from 'hono';
import { runChange } from '../dispatch/run-change.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import { removeEntity } from '../world/remove-entity.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { notFound } from './app-access.ts';
import { attachmentAttributeNames, showAttachments } from './entities/attachment-entity.ts';
import { targetOf } from './entities/stored-attributes.ts';
import { openScope } from './open-scope.ts';
import { pageOf } from './page-of.ts';
import {
  answerAfterwards,
  authenticateNow,
  type RestCall,
  reading,
  requirePermission,
  writing,
} from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { visibleArticle, visibleIssue, visiblePart } from './visible-entity.ts';

/** How attachments of issues and of articles differ. */
interface AttachmentKind {
  readonly base: string;
  readonly type: 'IssueAttachment' | 'ArticleAttachment';
  readonly owner: 'issue' | 'article';
  readonly find: (call: Pick<RestCall, 'tx' | 'user'>, id: string) => Id;
  readonly create: string;
  readonly remove: string;
}

const kinds: readonly AttachmentKind[] = [
  {
    base: '/api/issues/:id/attachments',
    type: 'IssueAttachment',
    owner: 'issue',
    find: visibleIssue,
    create: 'CREATE_ATTACHMENT_ISSUE',
    remove: 'DELETE_ATTACHMENT_ISSUE',
  },
  {
    base: '/api/articles/:id/attachments',
    type: 'ArticleAttachment',
    owner: 'article',
    find: visibleArticle,
    create: 'UPDATE_ARTICLE',
    remove: 'UPDATE_ARTICLE',
  },
];

/** Files of issues and articles. Source: "Issue Attachments", "Article Attachments" of JetBrains' REST reference. */
export function createAttachmentRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();
  for (const kind of kinds) {
    const requested = (call: RestCall) =>
      visiblePart(call, { id: call.param('file'), owner: kind.owner, of: kind.find(call, call.param('id')) });
    routes.get(
      kind.base,
      reading(sandbox, (call) =>
        pageOf(showAttachments({ ...call, id: kind.find(call, call.param('id')) }, kind.owner), call.query),
      ),
    );
    routes.post(kind.base, (context) => attach(sandbox, context, kind));
    routes.get(
      `${kind.base}/:file`,
      reading(sandbox, (call) => call.show(requested(call))),
    );
    routes.delete(
      `${kind.base}/:file`,
      writing(sandbox, (call) => remove(call, requested(call), kind)),
    );
  }
  routes.get('/api/files/:file', (context) => download(sandbox, context));
  return routes;
}

/** Every file of a multipart form becomes an attachment, whatever its field is called; its texts are refused. */
async function attach(sandbox: Sandbox, context: Context, kind: AttachmentKind): Promise<Response> {
  const form = await context.req.formData().catch(() => undefined);
  for (const [name, value] of form ?? [])
    if (typeof value === 'string') acceptKeys({ [name]: value }, [], attachmentAttributeNames);
  const files = [...(form?.values() ?? [])].flatMap((value) => (typeof value === 'string' ? [] : [value]));
  if (files.length === 0) throw new RestError(400, 'The files must come in a multipart form.');
  const contents = await Promise.all(
    files.map(async (file) => ({ file, bytes: Buffer.from(await file.arrayBuffer()) })),
  );
  const user = await authenticateNow(sandbox, context);
  const created = await runChange(sandbox, { user, mode: 'write' }, (tx) => {
    const scope = openScope(sandbox, tx, context);
    const owner = kind.find(scope, context.req.param('id') ?? '');
    requirePermission(scope, kind.create, targetOf(tx, owner, 'project'));
    return contents.map(({ file, bytes }) =>
      tx.create(kind.type, {
        [kind.owner]: { ref: owner },
        author: { ref: user },
        created: sandbox.clock.now(),
        name: file.name,
        size: bytes.length,
        mimeType: file.type || 'application/octet-stream',
        extension: /\.([^.]+)$/.exec(file.name)?.[1] ?? null,
        base64Content: bytes.toString('base64'),
      }),
    );
  });
  return answerAfterwards(sandbox, context, ({ show }) => created.map(show));
}

function remove(call: RestCall, attachment: Id, { owner, remove: key }: AttachmentKind): undefined {
  const whole = targetOf(call.tx, attachment, owner) ?? '';
  if (targetOf(call.tx, attachment, 'author') !== call.user) {
    requirePermission(call, key, targetOf(call.tx, whole, 'project'));
  }
  removeEntity(call.tx, attachment);
}

function download(sandbox: Sandbox, context: Context): Promise<Response> {
  return sandbox.world.transactions.run('read', (tx) => {
    const { user } = openScope(sandbox, tx, context);
    const id = context.req.param('file') ?? '';
    const isFile = /Attachment$/.test(tx.typeOf(id) ?? '');
    if (!isFile || !canSee(tx, user, id)) throw notFound('File', id);
    const content = Buffer.from(String(tx.get(id, 'base64Content') ?? ''), 'base64');
    return new Response(new Uint8Array(content), {
      headers: {
        'Content-Type': String(tx.get(id, 'mimeType') ?? 'application/octet-stream'),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(String(tx.get(id, 'name')))}`,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
