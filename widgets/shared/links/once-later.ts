/** How to have something run after a while: asked for again meanwhile, it runs once all the same. */
export function onceLater(plan: (run: () => void) => void, run: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    plan(() => {
      isPlanned = false;
      run();
    });
  };
}
