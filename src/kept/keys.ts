/** Names of all that we keep in a browser. Starlight keeps its theme, and what is unfolded in its sidebar, under names of its own. */

/**
 * The key of one kept thing: `leak-lab/<what>/<id>`. An id is a scenario, or another name of ours; never an address, so
 * that neither the base path of a site nor its language matters. Which version a value is of stands in the value.
 *
 * `leak-lab/checklist/holders`: what a reader typed about the registries of their own service, on the page with the course
 * report. It may name what is internal to a company, so no record holds it: it leaves only by the reader's own copy or print.
 */
export function keyOf(
  what: 'progress' | 'program' | 'probe' | 'session' | 'checklist' | 'hands',
  id: string,
): string {
  return `leak-lab/${what}/${id}`;
}
