/**
 * Every member that JetBrains names, by entity type: those of the scripting reference (`api/entities.md`), of the stubs in
 * `@jetbrains/youtrack-scripting-api` 2022.1 and of the typings of 2026.2; properties, methods and what belongs to the type itself.
 * Taken from them by a program.
 */
export const referenceMembers: Readonly<Record<string, string>> = {
  BaseArticle: 'attachments author content isStarred originalArticle summary tags addTag hasTag removeTag',
  BaseArticleAttachment: 'author fileUrl isRemoved metaData',
  BaseArticleComment: 'attachments created isPinned text updated',
  BaseComment: 'attachments created isPinned text updated isUsingMarkdown',
  BaseEntity:
    'becomesRemoved extensionProperties isNew becomes canBeReadBy canBeWrittenBy isChanged is oldValue required was',
  BaseWorkItem: 'author created creator description type updated isUsingMarkdown',
  AbstractVcsItem: 'branch text user userName',
  Agile:
    'author currentSprint name sprints addIssue containsIssue findByExtensionProperties findByName findSprintByName getAddedSprints getIssueSprints getRemovedSprints getSprints isAdded isRemoved removeIssue',
  AppGlobalStorage: '',
  Article:
    'attachments author childArticles comments content created editedComments id isStarred numberInProject originalArticle parentArticle permittedGroups permittedUsers pinnedComments project summary tags updated updatedBy url addAttachment addComment createDraft findByExtensionProperties findById action onChange',
  ArticleAttachment: 'created findByExtensionProperties action',
  ArticleComment: 'article author findByExtensionProperties action',
  Build: 'assembleDate fieldType findByExtensionProperties',
  BundleElementCondition: 'bundleElement possibleValues',
  BundleProjectCustomField:
    'defaultValues values valuesCondition createValue findByExtensionProperties findValueByName findValueByOrdinal getPossibleValuesForIssue isValuePermittedInIssue',
  Calendar: '',
  Calendar24x7: 'findByExtensionProperties instance',
  ChangesProcessor: 'pullRequests server url vcsChanges',
  Channel: 'name',
  EnumField: 'fieldType findByExtensionProperties',
  FeedbackForm: 'findByExtensionProperties',
  Field:
    'backgroundColor colorIndex dateTimeType dateType description floatType foregroundColor integerType isArchived name ordinal periodType presentation stringType textType',
  FieldBasedBundleValuesCondition: 'conditions',
  FieldBasedUserValuesCondition: 'conditions',
  FieldBasedValuesCondition: 'field',
  Gantt:
    'issues name owner projects startTimestamp addIssue containsIssue findByExtensionProperties findChartByName removeIssue',
  GroupProjectCustomField: 'values findByExtensionProperties findValueByName',
  Issue:
    'attachments becomesRemoved becomesReported becomesResolved becomesUnresolved ccUsers channel comments created customerGroups description draftId duplicateRoot editedComments editedWorkItems extensionProperties fields ganttCharts id isNew isReported isResolved isStarred links mentionedInIssueComments mentionedInIssues numberInProject permittedGroup permittedGroups permittedUsers pinnedComments project pullRequests reporter resolved summary tags unauthenticatedReporter updatedBy updated url vcsChanges voters votes watchers workItems addAttachment addComment addTag addWorkItem afterMinutes applyCommand clearAttachments copy createDraft createSharedDraft findByExtensionProperties findById hasTag isVisibleTo pauseSLA removeTag renderMarkup resumeSLA setDefaultFieldValues tag untag action Assignee boards Estimation externalId externalUrl isUsingMarkdown onChange onSchedule pluggedAttributes Priority sla sprints State stateMachine wikify',
  IssueAttachment:
    'author base64Content content created fileUrl isRemoved issue metaData permittedGroup permittedGroups permittedUsers updated delete findByExtensionProperties action',
  IssueComment:
    'author deleted issue permittedGroup permittedGroups permittedUsers updatedBy url addAttachment delete findByExtensionProperties isVisibleTo action',
  IssueLinkPrototype: 'inward outward findByExtensionProperties findByName',
  IssueTag: 'findByName findTagByName owner permittedTagUserGroups permittedTagUsers',
  IssueWorkItem: 'attributes date duration delete findByExtensionProperties',
  MailboxChannel: 'findByExtensionProperties',
  OwnedField: 'fieldType owner findByExtensionProperties',
  PeriodProjectCustomField: 'findByExtensionProperties',
  PersistentFile: 'charset extension mimeType name size findByExtensionProperties',
  Project:
    'articles changesProcessors defaultVisibilityGroup description fields iconUrl isArchived issues isTimeTrackingEnabled key leader name notificationEmail projectType sharedChangesProcessors shortName team workItemAttributes findByExtensionProperties findByKey findByName findFieldByName findWorkItemAttributeByName intervalToWorkingMinutes isAgent newDraft',
  ProjectCustomField:
    'localizedName name nullValueText typeName becomesInvisibleInIssue becomesVisibleInIssue getBackgroundColor getForegroundColor getValuePresentation isVisibleInIssue',
  ProjectTeam: 'project findByExtensionProperties',
  ProjectType: 'DEFAULT HELPDESK typeName findByExtensionProperties',
  ProjectVersion: 'fieldType isReleased releaseDate startDate findByExtensionProperties',
  PullRequest:
    'fetched id idReadable isNew previousState processor state title url findByExtensionProperties',
  PullRequestState: 'DECLINED MERGED name OPEN findByExtensionProperties',
  SavedQuery: 'name owner query findByExtensionProperties findByName findQueryByName',
  SimpleCalendar: 'findByExtensionProperties',
  SimpleProjectCustomField: 'findByExtensionProperties',
  Sprint:
    'agile finish isArchived name start addIssue containsIssue findByExtensionProperties isSwimlane removeIssue',
  State: 'fieldType isResolved findByExtensionProperties',
  Tag: 'name owner permittedReadUserGroups permittedReadUsers permittedTagUserGroups permittedTagUsers permittedUpdateUserGroups permittedUpdateUsers shareGroup updateShareGroup canBeUsedForArticle canBeUsedForIssue findByExtensionProperties findByName findByOwner findTagByName',
  TextProjectCustomField: 'findByExtensionProperties',
  User: 'attributes avatarUrl current email fieldType firstDayOfWeeks fullName groups isBanned isEmailVerified isOnline isSystem language login pinnedSavedQueries registered ringId teams timeZoneId type visibleName canLinkIssue canUnvoteIssue canVoteIssue findByEmail findByExtensionProperties findByLogin findUniqueByEmail getSharedTag getTag hasPermission hasRole isInGroup isVotedForIssue isWatchingIssue notify notifyOnCase sendMail unvoteIssue unwatchArticle unwatchIssue voteIssue watchArticle watchIssue sendJabber',
  UserCondition: 'bundleElement possibleValues',
  UserGroup:
    'allUsersGroup customerGroupProjects description fieldType isAllUsersGroup isAutoJoin isCustomerGroup name users findByExtensionProperties findByName notifyAllUsers',
  UserProjectCustomField:
    'defaultUsers valuesCondition values findByExtensionProperties findValueByLogin getPossibleValuesForIssue isValuePermittedInIssue',
  UserType: 'AGENT REPORTER STANDARD_USER typeName',
  VcsChange:
    'changesProcessors created date fetched id isNew version extractCommands findByExtensionProperties getUrl isVisibleTo',
  VcsServer: 'url',
  WatchFolder:
    'permittedReadUserGroups permittedReadUsers permittedUpdateUserGroups permittedUpdateUsers shareGroup updateShareGroup name',
  WorkItemAttributeValue: 'name findByExtensionProperties',
  WorkItemProjectAttribute: 'name values findByExtensionProperties findValueByName',
  WorkItemType: 'name findByExtensionProperties findByProject',
};

/** Every member of the other modules of the scripting API, by module. */
export const referenceModules: Readonly<Record<string, string>> = {
  'date-time': 'after before format parse toPeriod',
  http: 'Connection REQUEST_TYPES',
  license: 'licenseInfo',
  notifications: 'sendEmail',
  search: 'search',
  strings: 'getLevenshteinDistance md5',
  workflow: 'check i18n message',
};

/** The methods of a connection. */
export const connectionMembers =
  'addHeader basicAuth bearerAuth setHeader connectSync deleteSync doSync getSync headSync optionsSync patchSync postSync putSync deleteAsync doAsync getAsync patchAsync postAsync putAsync headers url';
