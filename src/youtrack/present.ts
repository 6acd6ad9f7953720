import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityPresentation, PageEntity } from '../ports/page-ports.ts';

type Presented = Pick<PageEntity, 'present' | 'readUrl'>;

/** How pages show an issue and where its own page is; read only when asked for. */
export function presentIssue(issue: Issue): Presented {
  return {
    present: () => ({ ...summarize(issue.summary), isResolved: issue.isResolved }),
    readUrl: () => issue.url ?? `/issue/${encodeURIComponent(issue.id)}`,
  };
}

export function presentArticle(article: Article): Presented {
  return {
    present: () => summarize(article.summary),
    readUrl: () => article.url ?? `/articles/${encodeURIComponent(article.id)}`,
  };
}

/** The API knows no addresses of projects and users. */
export function presentProject(project: Project): Presented {
  return {
    present: () => summarize(project.name),
    readUrl: () => `/projects/${encodeURIComponent(project.key)}`,
  };
}

export function presentUser(user: User): Presented {
  return {
    present: () => summarize(user.visibleName),
    readUrl: () => `/users/${encodeURIComponent(user.login)}`,
  };
}

function summarize(summary: string | null | undefined): EntityPresentation {
  return typeof summary === 'string' && summary.trim() !== '' ? { summary } : {};
}
