/** While authors work: an edited scenario, or part of the machine, is measured anew and the page reloads. */

import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

/** Programs are read as text at build, so the bundler does not know that pages depend on them. */
export function reloadScenarios(): Plugin {
  return {
    name: 'reload-scenarios',
    apply: 'serve',
    configureServer(server: ViteDevServer) {
      const folder = path.resolve(server.config.root, 'playground') + path.sep;
      server.watcher.add(folder);
      server.watcher.on('change', (file) => {
        if (!path.resolve(file).startsWith(folder)) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send({ type: 'full-reload', path: '*' });
        }
      });
    },
  };
}
