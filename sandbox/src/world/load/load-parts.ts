import type { Ref } from '../transaction.ts';
import type { WorldFileAttachment, WorldFileComment, WorldFileWorkItem } from '../world-file/issues.ts';
import type { LoadingWorld, Path } from './loading-world.ts';

/** What belongs to an issue or an article. */
interface Parts {
  readonly comments?: readonly WorldFileComment[] | undefined;
  readonly attachments?: readonly WorldFileAttachment[] | undefined;
  readonly workItems?: readonly WorldFileWorkItem[] | undefined;
}

interface PartsPlace {
  readonly whole: 'issue' | 'article';
  readonly ref: Ref;
  readonly parts: Parts;
  /** When the issue or article was created: the time of parts that name none. */
  readonly created: number;
  readonly path: Path;
}

const typesOf = {
  issue: { comment: 'IssueComment', attachment: 'IssueAttachment' },
  article: { comment: 'ArticleComment', attachment: 'ArticleAttachment' },
} as const;

/** Comments, attachments and work items of an issue or an article. */
export function loadParts(world: LoadingWorld, place: PartsPlace): void {
  const { comments = [], attachments = [], workItems = [] } = place.parts;
  for (const [index, comment] of comments.entries()) loadComment(world, { place, index }, comment);
  for (const [index, attachment] of attachments.entries())
    loadAttachment(world, { place, index }, attachment);
  for (const [index, workItem] of workItems.entries()) loadWorkItem(world, { place, index }, workItem);
}

interface PartPlace {
  readonly place: PartsPlace;
  readonly index: number;
}

function loadComment(world: LoadingWorld, { place, index }: PartPlace, comment: WorldFileComment): void {
  const path = [...place.path, 'comments', index];
  const { text, created = place.created, updated, deleted, pinned } = comment;
  world.create(typesOf[place.whole].comment, {
    [place.whole]: place.ref,
    author: world.find('user', comment.author, [...path, 'author']),
    text,
    created,
    updated: updated ?? created,
    deleted: deleted === true ? true : undefined,
    isPinned: pinned === true ? true : undefined,
    permittedUsers: world.findAll('user', comment.permittedUsers, [...path, 'permittedUsers']),
    permittedGroups: world.findAll('group', comment.permittedGroups, [...path, 'permittedGroups']),
  });
}

function loadAttachment(
  world: LoadingWorld,
  { place, index }: PartPlace,
  attachment: WorldFileAttachment,
): void {
  const path = [...place.path, 'attachments', index];
  const { name, created = place.created, mimeType, text = '', base64 } = attachment;
  const content = base64 ?? Buffer.from(text).toString('base64');
  world.create(typesOf[place.whole].attachment, {
    [place.whole]: place.ref,
    author: world.find('user', attachment.author ?? 'guest', [...path, 'author']),
    name,
    extension: name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : undefined,
    mimeType: mimeType ?? (base64 === undefined ? 'text/plain' : 'application/octet-stream'),
    charset: base64 === undefined ? 'utf-8' : undefined,
    size: Buffer.byteLength(content, 'base64'),
    base64Content: content,
    created,
    updated: created,
    permittedUsers: world.findAll('user', attachment.permittedUsers, [...path, 'permittedUsers']),
    permittedGroups: world.findAll('group', attachment.permittedGroups, [...path, 'permittedGroups']),
  });
}

function loadWorkItem(world: LoadingWorld, { place, index }: PartPlace, workItem: WorldFileWorkItem): void {
  const path = [...place.path, 'workItems', index];
  const author = world.find('user', workItem.author, [...path, 'author']);
  world.create('IssueWorkItem', {
    issue: place.ref,
    author,
    creator: author,
    date: workItem.date ?? place.created,
    duration: workItem.minutes,
    description: workItem.text,
    type: world.find('work item type', workItem.type, [...path, 'type']),
    created: place.created,
    updated: place.created,
  });
}
