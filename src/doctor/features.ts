/** What the site's scripts take for granted in a browser, beyond what its build translates. */

type Has = (of: object | undefined, name: string) => boolean;

const has: Has = (of, name) => of !== undefined && name in of;

/** Each feature by the name that an engineer knows it by, with whether this browser has it. */
const features: Readonly<Record<string, () => boolean>> = {
  'custom elements': () => has(globalThis, 'customElements'),
  '<dialog>': () => has(globalThis, 'HTMLDialogElement'),
  ':has()': () => CSS.supports('selector(:has(a))'),
  'Array.prototype.toSorted': () => has(Array.prototype, 'toSorted'),
  'Array.prototype.findLast': () => has(Array.prototype, 'findLast'),
  'Object.hasOwn': () => has(Object, 'hasOwn'),
  structuredClone: () => has(globalThis, 'structuredClone'),
  BigInt: () => has(globalThis, 'BigInt'),
  FinalizationRegistry: () => has(globalThis, 'FinalizationRegistry'),
  'Intl.ListFormat': () => has(Intl, 'ListFormat'),
  IntersectionObserver: () => has(globalThis, 'IntersectionObserver'),
  MessageChannel: () => has(globalThis, 'MessageChannel'),
};

/** How many features the site counts on. */
export const featureCount = Object.keys(features).length;

/** Names of those that this browser lacks. */
export function missingFeatures(): readonly string[] {
  return Object.entries(features).flatMap(([name, isHere]) => (isHere() ? [] : [name]));
}
