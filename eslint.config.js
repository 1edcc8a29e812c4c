/** Lint rules: strict types everywhere, and imports that go one way, `content → src → playground`. */

import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const programs = [
  'playground/scenarios/*/{leaky,fixed*,wrong-*}.ts',
  'playground/guest/contract/globals/*.d.ts',
  'playground/testing/platform-cases/*.ts',
];

const noNode = {
  regex: '^node:',
  message: 'This runs in browsers; what needs Node goes into playground/node/ or src/build/.',
};
const noSite = {
  regex: '^#src/|^(\\.\\./)+src/|^(astro|preact|@astrojs|@preact)\\b',
  message: 'The machine knows no site.',
};
const noContent = {
  regex: '^(\\.\\./)+content/',
  message: 'Code knows no prose: content → src → playground.',
};
const byName = { regex: '^(\\.\\./)+playground/', message: 'Write #playground/… instead.' };
const onlySite = {
  regex: '^(?!#src/|@astrojs/starlight/components$)',
  message: 'Prose names components of #src/ only.',
};

/** @param {...{ regex: string, message: string }} patterns */
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** @param {...string} project */
const typedBy = (...project) => ({ parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

const unfinishedTests = [
  'MemberExpression[object.name=/^(test|it|describe|suite)$/]',
  'MemberExpression[object.property.name="describe"]',
].map((place) => ({
  selector: `${place}[property.name=/^(only|skip|skipIf|runIf|todo|fixme|fails)$/]`,
  message: 'A test runs, always, or is deleted.',
}));

/** One spelling for what could be spelt in several ways. */
const spellings = [
  { selector: 'ImportSpecifier[imported.name="it"]', message: 'Write test: one word for one thing.' },
  {
    selector: 'CallExpression[callee.property.name="toLocaleString"]',
    message: 'Numbers are written by src/chart/quantity-words.ts, and for the machine by playground/words/.',
  },
];

/** But `sr-only` is Starlight's, and `line` Shiki's. */
const foreignClass = {
  selector:
    ':matches(JSXAttribute[name.name="class"], Property[key.name="class"]) Literal[value=/(^| )(?!ll-|(sr-only|line)( |$))/]',
  message: 'A class of ours starts with ll-.',
};

/** Of JavaScript, these do not see the types that its comments give; `tsc` does. */
const withoutComments = {
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
};

export default defineConfig(
  // What the test of an own leak lints where it puts it.
  globalIgnores(['dist', '.astro', 'test-results', 'public', 'tests/own-leak']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs.recommended,
  {
    name: 'style',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: typedBy('tsconfig.json'),
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...unfinishedTests, ...spellings],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: false }],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'variable',
          modifiers: ['const', 'global'],
          format: ['camelCase', 'PascalCase'],
          leadingUnderscore: 'allow',
          filter: { regex: '^_$', match: false },
        },
        // Astro asks for these names.
        {
          selector: 'variable',
          modifiers: ['exported'],
          filter: '^(GET|prerender)$',
          format: ['UPPER_CASE', 'camelCase'],
        },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An empty string is as good as none, in environment variables above all.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-empty-function': 'off',
      // Our objects are made by functions, not classes, and their methods use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Every indexed access may be undefined to the compiler; where the bounds of a loop prove that it is not, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
    },
  },
  {
    name: 'machine',
    files: ['playground/**'],
    ignores: programs,
    languageOptions: typedBy(
      'playground/tsconfig.json',
      'playground/tsconfig.node.json',
      'playground/guest/tsconfig.json',
    ),
    rules: {
      ...imports(noNode, noSite, noContent),
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'location',
        'localStorage',
        'fetch',
        'process',
        'Buffer',
      ],
    },
  },
  {
    name: 'machine under Node',
    files: ['playground/node/**', 'playground/testing/**', 'playground/**/*.test.ts'],
    rules: { ...imports(noSite, noContent), 'no-restricted-globals': 'off' },
  },
  {
    // Runs inside the virtual machine, among programs whose values may be anything, whatever their types say.
    name: 'guest',
    files: ['playground/guest/**'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    name: 'words and their numbers',
    files: ['playground/words/**', 'src/chart/quantity-words.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unfinishedTests, spellings[0]] },
  },
  // Globals can only be declared with var.
  { name: 'declarations', files: ['**/*.d.ts'], rules: { 'no-var': 'off' } },
  {
    // The enums of TypeScript as plain numbers: Monaco takes them by message.
    name: 'compiler options',
    files: ['playground/compiler/options.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'off' },
  },
  {
    // `expect.stringContaining` and its kind are typed as any by the library.
    name: 'tests of the machine',
    files: ['playground/**/*.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    name: 'command line',
    files: [
      'playground/node/cli.ts',
      'playground/testing/bench.ts',
      'playground/testing/fuzz.ts',
      'tests/bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'site',
    files: ['src/**'],
    rules: { ...imports(noNode, noContent, byName), 'no-console': 'error' },
  },
  {
    // Their style sheets hold for a whole page, so a class of theirs is known by its name; stylelint sees to the sheets.
    name: 'components without scoped styles',
    files: ['src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...unfinishedTests, ...spellings, foreignClass] },
  },
  {
    name: 'site at build',
    files: ['src/build/**', 'src/**/node-*.ts', 'src/**/*.test.{ts,tsx}'],
    rules: imports(noContent, byName),
  },
  { name: 'prose', files: ['content/**'], rules: imports(onlySite) },
  {
    name: 'scripts',
    files: ['scripts/**/*.mjs', '.size-limit.mjs'],
    languageOptions: typedBy('scripts/tsconfig.json'),
    rules: withoutComments,
  },
  { name: 'script of a package', files: ['src/embed/sco.js'], rules: withoutComments },
  {
    // Readers' code, and right for what it teaches: typed and parsed, not judged.
    name: 'programs',
    files: programs,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: typedBy('playground/scenarios/tsconfig.json'),
    rules: { '@typescript-eslint/no-extraneous-class': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    // What programs are checked against says `any` where Node's and the browsers' types do.
    name: 'types of the platform, and programs that try it',
    files: programs.slice(1),
    rules: Object.fromEntries(
      [
        'no-explicit-any',
        'consistent-type-definitions',
        'no-unsafe-function-type',
        'no-empty-object-type',
        'prefer-function-type',
        'unified-signatures',
        'no-misused-new',
        'no-invalid-void-type',
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  {
    // `astro check` knows the types of pages.
    name: 'pages',
    files: ['**/*.astro', '**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
