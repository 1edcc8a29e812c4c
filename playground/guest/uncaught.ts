/** Where an error goes that no caller of the program's can catch: what a listener throws, or a tick, or an immediate. */

let report = (error: unknown, _where: string): void => {
  throw error;
};

/** Sets who is told; called once, before a program loads. */
export function onUncaught(told: (error: unknown, where: string) => void): void {
  report = told;
}

/** Ends the run as the program's failure. `where` is what threw, as a person would write it. */
export function reportUncaught(error: unknown, where: string): void {
  report(error, where);
}
