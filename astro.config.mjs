/** The site's build: where it is served, which pages it has, and what a page may load. */

import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { guestFileNames } from './src/build/guest-files.ts';
import { licences } from './src/build/licences.ts';
import { writeMachineSize } from './src/build/machine-size.ts';
import { plainInk } from './src/build/plain-ink.ts';
import { pseudoStarlight } from './src/build/pseudo-starlight.ts';
import { relativeAssets } from './src/build/relative-assets.ts';
import { reloadScenarios } from './src/build/reload-scenarios.ts';
import { searchIndex } from './src/build/search-index.ts';
import { siteMap } from './src/build/site-map.ts';
import { slimMonaco } from './src/build/slim-monaco.ts';
import { smallModules } from './src/build/small-modules.ts';
import { sourceUrl } from './src/build/source-url.ts';
import { themeGuard } from './src/build/theme-guard.ts';
import { withoutScript } from './src/build/without-script.ts';
import { sidebar } from './src/course/course.ts';
import { site } from './src/site.ts';
import { locales, pseudoLanguage } from './src/strings/languages.ts';

const { BASE_PATH: basePath, SITE_URL: siteUrl } = process.env;
const source = sourceUrl();
const sent = licences();
const root = `/${basePath ?? ''}/`.replaceAll(/\/+/g, '/');
/** Absolute where the build knows its address, as those who show it want it. */
const socialPath = `${(basePath || '/').replace(/\/$/, '')}${site.socialImage.file}`;
const socialImage = siteUrl ? new URL(socialPath, siteUrl).href : socialPath;

export default defineConfig({
  ...(siteUrl ? { site: siteUrl } : {}),
  base: basePath || '/',
  // What only a test looks at stays out of `dist`.
  ...(pseudoLanguage === undefined ? {} : { outDir: './test-results/pseudo-language' }),
  // Pages are small; fetching them ahead costs a phone more than it saves.
  prefetch: false,
  markdown: { shikiConfig: { theme: 'css-variables', wrap: true, transformers: [plainInk] } },
  integrations: [
    starlight({
      title: site.name,
      description: site.description,
      favicon: site.favicon,
      defaultLocale: 'root',
      locales,
      sidebar,
      // Our 404 is a page of content; Starlight's own route would compete with it.
      disable404Route: true,
      ...(source ? { editLink: { baseUrl: `${source}/edit/main/` } } : {}),
      // Content lives outside src/content/docs; without this Starlight drops asides there in silence.
      markdown: { processedDirs: ['./content/'] },
      customCss: [
        './src/theme/colours.css',
        './src/theme/type.css',
        './src/theme/page.css',
        './src/theme/prose.css',
        './src/theme/code.css',
        './src/theme/chrome.css',
        './src/theme/touch.css',
        './src/theme/forced-colours.css',
      ],
      plugins: [pseudoStarlight()],
      // Our own step writes the search index; see `src/build/search-index.ts`.
      pagefind: false,
      routeMiddleware: ['./src/shell/chapter-title.ts', './src/shell/not-found-head.ts'],
      components: {
        Footer: './src/shell/Footer.astro',
        MarkdownContent: './src/shell/MarkdownContent.astro',
        PageSidebar: './src/shell/PageSidebar.astro',
        PageTitle: './src/shell/PageTitle.astro',
        Search: './src/shell/Search.astro',
        SiteTitle: './src/shell/SiteTitle.astro',
      },
      head: [
        { tag: 'script', content: themeGuard },
        { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' } },
        { tag: 'meta', attrs: { property: 'og:image', content: socialImage } },
        { tag: 'meta', attrs: { property: 'og:image:alt', content: site.socialImage.alt } },
        { tag: 'meta', attrs: { name: 'color-scheme', content: 'light dark' } },
        { tag: 'noscript', content: `<link rel="stylesheet" href="${root}without-script.css">` },
      ],
      // Code in chapters takes the colours of code in playgrounds, from the theme, with no script of its own.
      expressiveCode: false,
    }),
    preact(),
    siteMap(),
    guestFileNames(),
    writeMachineSize(),
    searchIndex(),
    sent.integration,
    withoutScript(),
    contentSecurityPolicy(),
  ],
  vite: {
    // In a browser there is no environment: what a build was asked for is written into its files.
    define: { 'process.env.PSEUDO_LANGUAGE': JSON.stringify(process.env['PSEUDO_LANGUAGE'] ?? '') },
    // Inlined assets would each need a hash of their own in the policy.
    build: { assetsInlineLimit: 0 },
    experimental: { renderBuiltUrl: relativeAssets },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [smallModules] } } } } },
    },
    // The machine's worker awaits at its top level.
    worker: { format: 'es', plugins: () => [slimMonaco(), sent.plugin] },
    plugins: [slimMonaco(), reloadScenarios()],
  },
});
