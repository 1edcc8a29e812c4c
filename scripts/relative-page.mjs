/** Makes the addresses in a built page relative, so that the page works wherever its folder is put. */

/** Comments and text of scripts are passed over; in all other text of a built page, `<` is escaped. */
const tag =
  /<!--[\s\S]*?-->|(<(script|style)\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/\2>|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Attributes that hold one address each, whoever reads them: the browser, Astro's islands, or a script of ours. */
const addresses = new Set([
  'href',
  'src',
  'content',
  'component-url',
  'renderer-url',
  'before-hydration-url',
  'data-base',
  'data-pages',
]);

/**
 * The path under which a page was built to be served, between slashes. Throws where the page does not say it.
 * @param {string} html
 * @returns {string}
 */
export function basePathOf(html) {
  const [, base] = /\bdata-base="([^"]*)"/.exec(html) ?? [];
  if (base === undefined) throw new Error('A built page does not say its base path in data-base.');
  return base;
}

/**
 * The page with each address below `base` relative to the page. Throws a sentence for an address in an attribute that is
 * not known to hold one, since it would lead out of the folder.
 * @param {string} html
 * @param {string} base between slashes
 * @param {string} file path of the page in the folder, such as `course/x/index.html`
 * @returns {string}
 */
export function withRelativeAddresses(html, base, file) {
  const toRoot = '../'.repeat(file.split('/').length - 1) || './';
  return html.replaceAll(tag, (found, opening) => {
    const whole = /** @type {string} */ (opening ?? found);
    if (whole.startsWith('<!--')) return found;
    return rewritten(whole, base, toRoot, file) + found.slice(whole.length);
  });
}

/**
 * @param {string} whole a tag
 * @param {string} base
 * @param {string} toRoot
 * @param {string} file
 */
function rewritten(whole, base, toRoot, file) {
  return whole.replaceAll(/ ([\w:-]+)="([^"]*)"/g, (attribute, name, /** @type {string} */ value) => {
    const isAddress = value.startsWith(base) && !value.startsWith('//');
    if (isAddress && addresses.has(name)) return ` ${name}="${toRoot}${value.slice(base.length)}"`;
    // An island's props are JSON.
    if (isAddress || value.includes(`&quot;${base}_astro/`) || value.includes(`&quot;${base}course/`))
      throw new Error(`${file} has an address in ${name}, where it cannot be made relative: ${value}`);
    return attribute;
  });
}
