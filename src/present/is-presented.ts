/** Whether this page is shown to a room: its address says so, with `?present`, and a number there is the slide. */

/** A presented page keeps nothing in the presenter's own record, and takes nothing from it. */
export const isPresented =
  typeof location !== 'undefined' && new URLSearchParams(location.search).has('present');
