/** Hands the reader a file; it goes nowhere else. */

/** Saves a text, or bytes, under a name, as JSON unless its type is given. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  link.click();
  // The browser has taken it once the click is over; some take it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
