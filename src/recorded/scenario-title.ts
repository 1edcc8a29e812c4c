/** What a scenario is called on the page. */

/** `logger-per-transaction` → `Logger per transaction`. */
export function scenarioTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
