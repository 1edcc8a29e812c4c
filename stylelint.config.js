/** Lint rules for the style sheets that hold for a whole page: what is ours starts with `ll-`. An Astro component's own styles reach no further than it. */

/** Classes that others put on a page, and that we restyle. */
const foreign = {
  starlight: [
    'content-panel',
    'dropdown',
    'header',
    'large',
    'level-h2',
    'link-title',
    'main-frame',
    'main-pane',
    'not-content',
    'page',
    'pagination-links',
    'right-sidebar-container',
    'sidebar-content',
    'sidebar-pane',
    'sl-[\\w-]+',
    'social-icons',
    'sr-only',
    'starlight-[\\w-]+',
    'toggle',
  ],
  shiki: ['astro-code', 'line'],
};

/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-recommended'],
  rules: {
    'selector-class-pattern': [
      `^(ll-[a-z0-9-]+|${Object.values(foreign).flat().join('|')})$`,
      {
        resolveNestedSelectors: true,
        message:
          'A class of ours starts with ll-; one of Starlight’s or Shiki’s is listed in stylelint.config.js.',
      },
    ],
    // It sets selectors against each other that never meet in one element.
    'no-descending-specificity': null,
  },
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
};
