/** Runs a playground of the page as its own button does, once it is alive. */

/** Waits for the playground to be alive; one that never gets there is not run. */
export async function runPlayground(scenario: string): Promise<void> {
  const playground = document.getElementById(`playground-${scenario}`);
  if (playground === null) return;
  await isAlive(playground);
  playground.removeAttribute('data-concealed');
  playground.querySelector<HTMLElement>('.ll-run-button')?.click();
}

function isAlive(playground: HTMLElement): Promise<void> {
  if (playground.hasAttribute('data-ready')) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!playground.hasAttribute('data-ready')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(playground, { attributeFilter: ['data-ready'] });
  });
}
