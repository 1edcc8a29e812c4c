/** Starlight's own components, which it offers under virtual names and without types. */

declare module 'virtual:starlight/components/*' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
