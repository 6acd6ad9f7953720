/** The methods of the entity types beyond plain properties (JetBrains' scripting reference, `entities`). */
export interface MethodTable {
  /** Done by the host, on one entity. */
  readonly methods?: readonly string[];
  /** Done by the host, on the type. */
  readonly statics?: readonly string[];
  /** Documented, and an error here. */
  readonly missing?: readonly string[];
  readonly missingStatics?: readonly string[];
}

/** Whether a method changes nothing, by its name; `getTag` may make a tag. */
export function isReader(method: string): boolean {
  return /^(?:is|can|has|find|was|becomes|oldValue|required|get(?!Tag))/.test(method);
}

const byExtension = ['findByExtensionProperties'];
const watchFolderFinders = ['findByName', ...byExtension];
const tagMethods = ['addTag', 'hasTag', 'removeTag'];

export const methodTables: Readonly<Record<string, MethodTable>> = {
  BaseEntity: {
    methods: ['becomes', 'canBeReadBy', 'canBeWrittenBy', 'is', 'isChanged', 'oldValue', 'required', 'was'],
  },
  BaseArticle: { methods: tagMethods },
  Article: {
    methods: ['addAttachment', 'addComment'],
    statics: ['createDraft', 'findById', ...byExtension],
  },
  ArticleAttachment: { statics: byExtension },
  ArticleComment: { statics: byExtension },
  Issue: {
    methods: [
      ...tagMethods,
      'addAttachment',
      'addComment',
      'addWorkItem',
      'applyCommand',
      'clearAttachments',
      'copy',
      'isVisibleTo',
      'setDefaultFieldValues',
      'tag',
      'untag',
    ],
    statics: ['findById', 'createDraft', ...byExtension],
    missing: ['afterMinutes', 'pauseSLA', 'renderMarkup', 'resumeSLA', 'wikify'],
    missingStatics: ['createSharedDraft'],
  },
  IssueAttachment: { methods: ['delete'], statics: byExtension },
  IssueComment: { methods: ['addAttachment', 'delete', 'isVisibleTo'], statics: byExtension },
  IssueLinkPrototype: { statics: ['findByName', ...byExtension] },
  IssueTag: { statics: ['findByName', 'findTagByName'] },
  IssueWorkItem: { methods: ['delete'], statics: byExtension },
  PersistentFile: { statics: byExtension },
  Project: {
    methods: ['findFieldByName', 'isAgent', 'newDraft'],
    statics: ['findByKey', 'findByName', ...byExtension],
    missing: ['findWorkItemAttributeByName', 'intervalToWorkingMinutes'],
  },
  ProjectTeam: { statics: byExtension },
  ProjectCustomField: {
    methods: ['getBackgroundColor', 'getForegroundColor', 'getValuePresentation', 'isVisibleInIssue'],
    missing: ['becomesInvisibleInIssue', 'becomesVisibleInIssue'],
  },
  BundleProjectCustomField: {
    methods: [
      'createValue',
      'findValueByName',
      'findValueByOrdinal',
      'getPossibleValuesForIssue',
      'isValuePermittedInIssue',
    ],
    statics: byExtension,
  },
  GroupProjectCustomField: { methods: ['findValueByName'], statics: byExtension },
  UserProjectCustomField: {
    methods: ['findValueByLogin', 'getPossibleValuesForIssue', 'isValuePermittedInIssue'],
    statics: byExtension,
  },
  PeriodProjectCustomField: { statics: byExtension },
  SimpleProjectCustomField: { statics: byExtension },
  TextProjectCustomField: { statics: byExtension },
  Build: { statics: byExtension },
  EnumField: { statics: byExtension },
  OwnedField: { statics: byExtension },
  ProjectVersion: { statics: byExtension },
  State: { statics: byExtension },
  SavedQuery: { statics: [...watchFolderFinders, 'findQueryByName'] },
  Tag: {
    methods: ['canBeUsedForArticle', 'canBeUsedForIssue'],
    statics: [...watchFolderFinders, 'findByOwner', 'findTagByName'],
  },
  User: {
    methods: [
      'canLinkIssue',
      'canUnvoteIssue',
      'canVoteIssue',
      'getSharedTag',
      'getTag',
      'hasPermission',
      'hasRole',
      'isInGroup',
      'isVotedForIssue',
      'isWatchingIssue',
      'notify',
      'sendMail',
      'unvoteIssue',
      'unwatchArticle',
      'unwatchIssue',
      'voteIssue',
      'watchArticle',
      'watchIssue',
    ],
    statics: ['findByEmail', 'findByLogin', 'findUniqueByEmail', ...byExtension],
    missing: ['notifyOnCase', 'sendJabber'],
  },
  UserGroup: {
    methods: ['notifyAllUsers'],
    statics: ['findByName', ...byExtension],
  },
  WorkItemType: { statics: ['findByProject', ...byExtension] },
  Agile: {
    methods: [
      'addIssue',
      'containsIssue',
      'findSprintByName',
      'getAddedSprints',
      'getIssueSprints',
      'getRemovedSprints',
      'getSprints',
      'isAdded',
      'isRemoved',
      'removeIssue',
    ],
    statics: ['findByName', ...byExtension],
  },
  Sprint: {
    methods: ['addIssue', 'containsIssue', 'removeIssue'],
    statics: byExtension,
    missing: ['isSwimlane'],
  },
  Gantt: {
    missing: ['addIssue', 'containsIssue', 'removeIssue'],
    missingStatics: ['findChartByName', ...byExtension],
  },
  Calendar24x7: { missingStatics: ['instance', ...byExtension] },
  SimpleCalendar: { missingStatics: byExtension },
  FeedbackForm: { missingStatics: byExtension },
  MailboxChannel: { missingStatics: byExtension },
  ProjectType: { missingStatics: ['DEFAULT', 'HELPDESK', ...byExtension] },
  PullRequest: { missingStatics: byExtension },
  PullRequestState: { missingStatics: ['DECLINED', 'MERGED', 'OPEN', ...byExtension] },
  UserType: { missingStatics: ['AGENT', 'REPORTER', 'STANDARD_USER'] },
  VcsChange: { missing: ['extractCommands', 'getUrl', 'isVisibleTo'], missingStatics: byExtension },
  WorkItemAttributeValue: { missingStatics: byExtension },
  WorkItemProjectAttribute: { missing: ['findValueByName'], missingStatics: byExtension },
};
