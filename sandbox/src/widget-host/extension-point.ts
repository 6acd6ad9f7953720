import type { Placement } from './frame.ts';

/** How the widgets of each extension point sit on their page. Source: JetBrains' "Extension Points for Widgets". */
export const placements = {
  ISSUE_BELOW_SUMMARY: 'panel',
  ISSUE_ABOVE_ACTIVITY_STREAM: 'panel',
  ISSUE_FIELD_PANEL_FIRST: 'panel',
  ISSUE_FIELD_PANEL_LAST: 'panel',
  ISSUE_OPTIONS_MENU_ITEM: 'dialog',
  ARTICLE_BELOW_SUMMARY: 'panel',
  ARTICLE_ABOVE_ACTIVITY_STREAM: 'panel',
  ARTICLE_OPTIONS_MENU_ITEM: 'dialog',
  PROJECT_TAB: 'tab',
  PROJECT_SETTINGS: 'tab',
  HELPDESK_CHANNEL: 'tab',
  USER_CARD: 'card',
  USER_PROFILE_SETTINGS: 'tab',
  MAIN_MENU_ITEM: 'page',
  ADMINISTRATION_MENU_ITEM: 'page',
  DASHBOARD_WIDGET: 'tile',
  MARKDOWN: 'text',
} as const satisfies Readonly<Record<string, Placement>>;

export type ExtensionPoint = keyof typeof placements;
