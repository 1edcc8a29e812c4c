/** Puts a text on the clipboard, where there is one. */

/** Whether it could be copied. Without a secure context there is no clipboard at all, and a browser may refuse one. */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
