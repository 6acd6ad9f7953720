import type { WatchedApps, WatchProblem } from '../../apps/watched-apps.ts';
import type { FrameView } from './frame-view.ts';
import { rememberDialog } from './remembered-dialog.ts';
import { state } from './state.ts';

/**
 * Asked for again and again rather than kept open: a browser has six connections to a server, and people have many pages open.
 * What has changed is on screen within a second.
 */
const askEveryMs = 300;

const views = new Set<FrameView>();
let problems: readonly WatchProblem[] = [];

/** Reloads the page when an app on it was imported again, and says where its widgets are what keeps it from being so. */
export function followWatch(): void {
  if (state.edition !== null) void ask();
}

/** Has a widget's place show what is wrong with the newest files of its app. */
export function showProblemsAt(view: FrameView): void {
  views.add(view);
  showProblems();
}

/** An error that the widget did not catch; whoever is at work on its files wants to see it. */
export function showFailure({ place, element }: FrameView, message: string): void {
  if (state.edition === null) return;
  const said = place.querySelector('[data-problem="widget"] pre');
  if (said) said.textContent = `${said.textContent}\n${message}`;
  else element.before(problemBox('widget', { title: state.texts.widgetFailed, message }));
}

async function ask(): Promise<void> {
  const watched = document.hidden ? null : await fetchWatched();
  if (watched !== null && watched.edition !== state.edition) {
    rememberDialog();
    location.reload();
    return;
  }
  if (watched !== null) {
    problems = watched.problems;
    showProblems();
  }
  setTimeout(() => void ask(), askEveryMs);
}

async function fetchWatched(): Promise<WatchedApps | null> {
  try {
    const response = await fetch('/_host/watch');
    return response.ok ? await response.json() : null;
  } catch {
    // The sandbox has been stopped; when it is started again, the next question finds it.
    return null;
  }
}

/** A problem is shown in the places of its app's widgets; where there are none, above the page. */
function showProblems(): void {
  const homeless = new Set(problems);
  for (const view of views) {
    if (!view.element.isConnected) views.delete(view);
    const problem = problems.find(({ app }) => app === view.frame.app);
    if (problem !== undefined) homeless.delete(problem);
    view.element.hidden = problem !== undefined;
    showIn(view.place, problem === undefined ? [] : [problem]);
  }
  const main = document.querySelector('main');
  if (main) showIn(main, [...homeless]);
}

function showIn(place: HTMLElement, wanted: readonly WatchProblem[]): void {
  const there = [...place.querySelectorAll<HTMLElement>(':scope > [data-problem="import"]')];
  const boxes = wanted.map((problem) => problemBox('import', describe(problem)));
  // What is said already is not said again: screen readers would read it out at every question.
  if (
    there.map(({ textContent }) => textContent).join() === boxes.map(({ textContent }) => textContent).join()
  )
    return;
  for (const box of there) box.remove();
  place.prepend(...boxes);
}

function describe({ app, path, message }: WatchProblem): Described {
  const { importFailed, olderAnswers } = state.texts;
  const title = importFailed.replace('{path}', path);
  return app === undefined ? { title, message } : { title, message, hint: olderAnswers };
}

interface Described {
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
}

function problemBox(kind: 'import' | 'widget', { title, message, hint }: Described): HTMLElement {
  const box = document.createElement('div');
  box.className = 'problem';
  box.dataset.problem = kind;
  box.setAttribute('role', 'alert');
  box.append(element('strong', title), element('pre', message));
  if (hint !== undefined) box.append(element('p', hint));
  return box;
}

function element(name: string, text: string): Element {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
