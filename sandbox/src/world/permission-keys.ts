/** The permissions an app can name: JetBrains' JSON schema of `manifest.json`, definition `permissions`. */
export const permissionKeys = [
  'READ_PROJECT_BASIC',
  'CREATE_PROJECT',
  'READ_PROJECT',
  'UPDATE_PROJECT',
  'DELETE_PROJECT',
  'CREATE_ARTICLE',
  'READ_ARTICLE',
  'UPDATE_ARTICLE',
  'DELETE_ARTICLE',
  'CREATE_ARTICLE_COMMENT',
  'READ_ARTICLE_COMMENT',
  'UPDATE_ARTICLE_COMMENT',
  'DELETE_ARTICLE_COMMENT',
  'READ_USERGROUP',
  'CREATE_USERGROUP',
  'UPDATE_USERGROUP',
  'DELETE_USERGROUP',
  'READ_ORGANIZATION',
  'UPDATE_ORGANIZATION',
  'CREATE_ORGANIZATION',
  'DELETE_ORGANIZATION',
  'UPDATE_PROFILE',
  'READ_USER_BASIC',
  'READ_USER',
  'UPDATE_USER',
  'CREATE_USER',
  'DELETE_USER',
  'READ_ROLE',
  'MANAGE_ROLE',
  'ADMIN_READ_APP',
  'ADMIN_UPDATE_APP',
  'READ_ISSUE',
  'PRIVATE_READ_ISSUE',
  'UPDATE_ISSUE',
  'CREATE_ISSUE',
  'DELETE_ISSUE',
  'LINK_ISSUE',
  'PRIVATE_UPDATE_ISSUE',
  'APPLY_COMMANDS_SILENTLY',
  'VIEW_WATCHERS',
  'UPDATE_WATCHERS',
  'VIEW_VOTERS',
  'CREATE_ATTACHMENT_ISSUE',
  'UPDATE_ATTACHMENT_ISSUE',
  'DELETE_ATTACHMENT_ISSUE',
  'CREATE_COMMENT',
  'READ_COMMENT',
  'UPDATE_COMMENT',
  'DELETE_COMMENT',
  'UPDATE_NOT_OWN_COMMENT',
  'DELETE_NOT_OWN_COMMENT',
  'READ_HIDDEN_STUFF',
  'CREATE_WATCH_FOLDER',
  'UPDATE_WATCH_FOLDER',
  'DELETE_WATCH_FOLDER',
  'SHARE_WATCH_FOLDER',
  'READ_WORK_ITEM',
  'UPDATE_WORK_ITEM',
  'CREATE_WORK_ITEM',
  'CREATE_NOT_OWN_WORK_ITEM',
  'UPDATE_NOT_OWN_WORK_ITEM',
] as const;

const known: ReadonlySet<string> = new Set(permissionKeys);

export function isPermissionKey(key: string): boolean {
  return known.has(key);
}

/** What asking for a permission that does not exist throws. */
export class UnknownPermissionError extends Error {
  override readonly name = 'UnknownPermissionError';

  constructor(key: string) {
    super(`Unknown permission: ${key}`);
  }
}
