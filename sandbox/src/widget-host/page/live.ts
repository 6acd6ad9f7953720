const askEveryMs = 1_000;

/** Keeps every part of the page up to date that says where it can be asked for again (`data-live`), while it is looked at. */
export function keepLive(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]'))
    void keep(part, part.dataset.live ?? '');
}

async function keep(part: HTMLElement, address: string): Promise<void> {
  if (!document.hidden) await refresh(part, address);
  setTimeout(() => void keep(part, address), askEveryMs);
}

async function refresh(part: HTMLElement, address: string): Promise<void> {
  try {
    const response = await fetch(address);
    if (!response.ok) return;
    const fresh = document.createElement('template');
    fresh.innerHTML = await response.text();
    update(part, fresh.content);
  } catch {
    // The sandbox has been stopped; when it is started again, the next question finds it.
  }
}

/**
 * Makes the children of one node like those of another. What has an id keeps its element, what is alike is left as it is: so
 * the focus, what is selected and what is unfolded stay.
 */
function update(old: ParentNode & Node, fresh: ParentNode & Node): void {
  let next = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = findMatch(old, next, wanted);
    if (match === undefined) {
      old.insertBefore(wanted, next);
      continue;
    }
    if (match !== next) old.insertBefore(match, next);
    else next = match.nextSibling;
    if (!match.isEqualNode(wanted)) liken(match, wanted);
  }
  while (next !== null) {
    const superfluous = next;
    next = next.nextSibling;
    superfluous.remove();
  }
}

/** The node that is to become the wanted one: of the same id, or the next one when neither has an id. */
function findMatch(old: ParentNode, next: ChildNode | null, wanted: ChildNode): ChildNode | undefined {
  if (wanted instanceof Element && wanted.id !== '')
    return [...old.children].find((one) => one.id === wanted.id && one.tagName === wanted.tagName);
  if (next === null || next.nodeName !== wanted.nodeName) return undefined;
  return next instanceof Element && next.id !== '' ? undefined : next;
}

function liken(old: ChildNode, wanted: ChildNode): void {
  if (!(old instanceof Element && wanted instanceof Element)) {
    old.textContent = wanted.textContent;
    return;
  }
  for (const { name, value } of wanted.attributes) old.setAttribute(name, value);
  for (const { name } of [...old.attributes])
    if (!wanted.hasAttribute(name) && !(name === 'open' && old instanceof HTMLDetailsElement))
      old.removeAttribute(name);
  update(old, wanted);
}
