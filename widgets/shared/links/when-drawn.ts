/** A page out of sight has no frames; nothing waits for them longer than this. */
const patienceMs = 100;

/** Runs it as soon as the next frame has been drawn: what it starts does not hold up what is about to be seen. */
export function whenDrawn(run: () => void): void {
  let isOver = false;
  const once = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, patienceMs);
  requestAnimationFrame(() => setTimeout(once));
}
