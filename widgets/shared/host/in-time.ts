/** Longer than any answer should take, shorter than anybody's patience. */
const patienceMs = 20_000;

/** What `answer` resolves to, or `late` when that takes longer than `timeoutMs`. */
export async function inTime<T>(answer: Promise<T>, late: T, timeoutMs = patienceMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), timeoutMs);
  });
  return await Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
