import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 20, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  return { written, progress: createProgress(stream) };
}

test('writes nothing where no person is looking', () => {
  const { written, progress } = terminal(false);
  progress.show('main run: 10 of 100 transactions');
  progress.clear();
  expect(written).toEqual([]);
});

test('shows one line on a terminal, no wider than it is, and takes it away', () => {
  const { written, progress } = terminal(true);
  progress.show('main run: 10 of 100 transactions');
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\r\u001b[2Kmain run: 10 of 100', '\r\u001b[2K']);
});
