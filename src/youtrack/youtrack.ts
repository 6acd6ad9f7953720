/// <reference path="./scripting-api.d.ts" />
import { Article, Field, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import { search } from '@jetbrains/youtrack-scripting-api/search';

/** JetBrains' scripting API, as far as the app uses it. Only this file loads it, and `outbound.ts` what calls out. */
export interface YouTrack {
  readonly Article: typeof Article;
  readonly Field: typeof Field;
  readonly Issue: typeof Issue;
  readonly Project: typeof Project;
  readonly User: typeof User;
  readonly search: typeof search;
}

export const youtrack: YouTrack = { Article, Field, Issue, Project, User, search };
