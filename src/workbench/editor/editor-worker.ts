/** Monaco's worker for what is not TypeScript: words, links, differences. */

import 'monaco-editor/editor/editor.worker';
