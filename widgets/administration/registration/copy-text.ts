/**
 * Puts text on the clipboard; answers whether that worked. A widget's frame may lack the permission for the newer way,
 * then the older one copies what is selected in `source`, and if even that fails the text stays selected for the person.
 */
export async function copyText(text: string, source: HTMLTextAreaElement | null): Promise<boolean> {
  const isWritten = await Promise.resolve(navigator.clipboard?.writeText(text)).then(
    () => navigator.clipboard !== undefined,
    () => false,
  );
  if (isWritten) return true;
  source?.select();
  return source !== null && document.execCommand('copy');
}
