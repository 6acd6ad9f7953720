/**
 * The shortest list found to go wrong as well: parts are left out, ever smaller ones, as long as something goes wrong.
 * @param isWrong tries a list
 * @param mostTries how often at most
 */
export async function shrinkList<T>(
  list: readonly T[],
  isWrong: (list: readonly T[]) => Promise<boolean>,
  mostTries: number,
): Promise<readonly T[]> {
  let shortest = list;
  let tries = 0;
  for (let size = Math.ceil(list.length / 2); size >= 1 && tries < mostTries; ) {
    const before = shortest;
    for (let start = 0; start < shortest.length && tries < mostTries; ) {
      const shorter = [...shortest.slice(0, start), ...shortest.slice(start + size)];
      tries += 1;
      if (await isWrong(shorter)) shortest = shorter;
      else start += size;
    }
    if (size === 1 && before === shortest) break;
    size = Math.ceil(size / 2);
    if (size === 1 && shortest.length <= 1) break;
  }
  return shortest;
}
