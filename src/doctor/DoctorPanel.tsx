/** The doctor: examines the site in this browser as soon as it is there, and says what to ask of whom. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { doctorWords } from '#src/strings/doctor-words.ts';
import { copyText } from '#src/workbench/panes/copy-text.ts';
import { doctorReport, thisVisit } from './doctor-report.ts';
import { type Examined, examine } from './examination.ts';
import { checksFor, type Site } from './probes.ts';
import { type ServerAsk, serverLines } from './server-lines.ts';

/** How an outcome is drawn beside its word. */
const signs = { pass: '✓', warn: '!', fail: '✗' } as const;

export function DoctorPanel(site: Site): JSX.Element {
  const words = doctorWords();
  const [findings, setFindings] = useState<readonly Examined[]>([]);
  const [count, setCount] = useState(0);
  const [round, setRound] = useState(1);
  useEffect(() => {
    let isOver = false;
    const checks = checksFor(site);
    setFindings([]);
    setCount(checks.length);
    void examine(checks, (examined) => {
      if (!isOver) setFindings((before) => [...before, examined]);
    });
    return () => {
      isOver = true;
    };
  }, [round]);
  const isOver = count > 0 && findings.length === count;
  return (
    <div class="ll-doctor" data-over={isOver || undefined}>
      <p role="status">
        {isOver ? sumWords(findings) : words.started(countWords(findings.length), countWords(count))}
      </p>
      {!isOver && <progress max={Math.max(1, count)} value={findings.length} aria-label={words.checks} />}
      <ul class="ll-doctor-findings">
        {findings.map((finding) => (
          <FindingItem key={finding.name} {...finding} />
        ))}
      </ul>
      {isOver && <Report findings={findings} onAgain={() => setRound(round + 1)} />}
    </div>
  );
}

function sumWords(findings: readonly Examined[]): string {
  const of = (wanted: Examined['outcome']): string =>
    countWords(findings.filter(({ outcome }) => outcome === wanted).length);
  return doctorWords().finished(of('pass'), of('warn'), of('fail'));
}

function FindingItem({ name, outcome, text, ask, lines }: Examined): JSX.Element {
  const words = doctorWords();
  return (
    <li data-check={name} data-outcome={outcome}>
      <p class="ll-doctor-outcome">
        <span aria-hidden="true">{signs[outcome]}</span> {words.outcomes[outcome]}
      </p>
      <div>
        <p>
          <strong>{words.titles[name]}</strong>
        </p>
        <p>{text}</p>
        {ask !== undefined && (
          <div class="ll-doctor-ask">
            <p>
              <strong>{words.desk}</strong>
            </p>
            <p>{ask}</p>
            {lines !== undefined && <Lines of={lines} isOpen={outcome === 'fail'} />}
          </div>
        )}
      </div>
    </li>
  );
}

function Lines({ of, isOpen }: { readonly of: ServerAsk; readonly isOpen: boolean }): JSX.Element {
  const words = doctorWords();
  return (
    <details open={isOpen}>
      <summary>{words.configuration}</summary>
      <dl>
        {Object.entries(serverLines[of]).map(([server, block]) => (
          <div key={server}>
            <dt>{words.lines(server)}</dt>
            <dd>
              <pre>
                <code>{block}</code>
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface ReportProps {
  readonly findings: readonly Examined[];
  readonly onAgain: () => void;
}

function Report({ findings, onAgain }: ReportProps): JSX.Element {
  const words = doctorWords();
  const [said, setSaid] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [report] = useState(() => doctorReport(thisVisit(), findings));
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(report);
    setSaid(isCopied ? words.copied : words.notCopied);
    if (!isCopied) setIsOpen(true);
  };
  return (
    <>
      <p class="ll-doctor-bar">
        <button type="button" class="ll-button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button type="button" class="ll-tool-button" onClick={onAgain}>
          {words.again}
        </button>
        <span role="status">{said}</span>
      </p>
      <details open={isOpen}>
        <summary>{words.report}</summary>
        <pre>
          <code>{report}</code>
        </pre>
      </details>
    </>
  );
}
