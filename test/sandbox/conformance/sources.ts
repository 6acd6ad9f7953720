const skill = 'github.com/JetBrains/youtrack-apps, skills/youtrack-apps-skill/references';
const manual = 'jetbrains.com/help/youtrack/devportal';

/** Where the rules come from. */
export const sources = {
  manifest: `${skill}/manifest.md`,
  widgets: `${skill}/widgets.md`,
  schema: 'json.schemastore.org/youtrack-app.json',
  handler: `${skill}/script-types.md, "HTTP handler"`,
  request: `${skill}/script-types.md, "Request and response objects"`,
  rule: `${skill}/script-types.md, "Rules"`,
  tool: `${skill}/script-types.md, "MCP tool"`,
  context: `${skill}/api/ctx.md`,
  settings: `${skill}/app-persistance.md, "App Settings"`,
  extensions: `${skill}/app-persistance.md, "Extension Properties"`,
  asyncFunctions: `${skill}/api/async-functions.md`,
  entities: `${skill}/api/entities.md`,
  http: `${skill}/api/http.md`,
  search: `${skill}/api/search.md`,
  dateTime: `${skill}/api/date-time.md`,
  notifications: `${skill}/api/notifications.md`,
  strings: `${skill}/api/strings.md`,
  workflow: `${skill}/api/workflow.md`,
  license: `${skill}/api/license.md`,
  published: '@jetbrains/youtrack-scripting-api 2022.1',
  tools: '@jetbrains/youtrack-apps-tools, its source',
  restFields: `${manual}/api-fields-syntax.html`,
  restPaging: `${manual}/api-concept-pagination.html`,
  restErrors: `${manual}/api-troubleshooting.html`,
  restIssues: `${manual}/resource-api-issues.html`,
  restArticles: `${manual}/resource-api-articles.html`,
  restProjects: `${manual}/resource-api-admin-projects.html`,
  restUsers: `${manual}/resource-api-users.html`,
  restGroups: `${manual}/resource-api-groups.html`,
  restTags: `${manual}/resource-api-tags.html`,
  restCommands: `${manual}/resource-api-commands.html`,
  restSettings: `${manual}/resource-api-admin-globalSettings.html`,
  permissions: 'jetbrains.com/help/youtrack/server/youtrack-permissions-reference.html',
  seen: 'seen on running servers by authors of published apps',
  chosen: 'documented nowhere; the choice is written down in sandbox/README.md',
} as const;

export type SourceName = keyof typeof sources;
