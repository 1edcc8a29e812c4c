/** Runs the programs of one record again, as the team view does for many. */

import { useEffect, useRef, useState } from 'preact/hooks';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import type { Judged, VerifiedChallenge } from '#playground/learner-record/verification.ts';
import { fixWords } from '#playground/scenarios/fix-words.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { teamWords } from '#src/strings/team-words.ts';
import type { TeamChallenge } from '#src/team/team-challenge.ts';

/** What verifying came to. */
export interface VerifiedRecord {
  readonly told: readonly VerifiedChallenge[];
  /** Families of the fixes that pass, as the machine names them now, by scenario. */
  readonly fixes: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Verifying as a page shows it: `going` with how many programs are done, or a sentence where it has ended. */
export interface Verifying {
  readonly verified: VerifiedRecord | undefined;
  readonly going: { readonly done: number; readonly all: number } | undefined;
  readonly said: string;
  readonly verify: () => void;
  readonly stop: () => void;
}

/** Verifying of a record; another record has yet to be verified. */
export function useVerifying(record: LearnerRecord, challenges: readonly TeamChallenge[]): Verifying {
  const words = teamWords().view;
  const [verified, setVerified] = useState<VerifiedRecord>();
  const [going, setGoing] = useState<Verifying['going']>();
  const [said, setSaid] = useState('');
  const judged = useRef(new Map<string, Judged>());
  const ending = useRef<AbortController | null>(null);
  useEffect(() => {
    setVerified(undefined);
    setSaid('');
    return () => ending.current?.abort();
  }, [record]);

  const verify = async (): Promise<void> => {
    const controller = (ending.current = new AbortController());
    const { signal } = controller;
    setGoing({ done: 0, all: 0 });
    try {
      const { verifyTeam } = await import('#src/team/team-machine.ts');
      const onProgress = (done: number, all: number): void => setGoing({ done, all });
      const options = { challenges, judged: judged.current, onProgress, signal };
      const [told] = (await verifyTeam([record], options)) ?? [];
      const fixes = told === undefined ? undefined : await fixesOf(told);
      // The record may have changed in the meantime, and the effect above has told so.
      if (told === undefined || fixes === undefined || signal.aborted) {
        setSaid(words.stopped);
        return;
      }
      setVerified({ told, fixes, at: Date.now() });
      const passed = told.filter(({ status }) => status !== 'not tried');
      const right = passed.filter(({ status }) => status === 'verified');
      setSaid(words.finished(countWords(right.length), countWords(passed.length)));
    } catch (error) {
      reportError(error);
      setSaid(words.failed);
    } finally {
      if (ending.current === controller) setGoing(undefined);
    }
  };
  return { verified, going, said, verify: () => void verify(), stop: () => ending.current?.abort() };
}

async function fixesOf(told: readonly VerifiedChallenge[]): Promise<ReadonlyMap<string, string>> {
  const fixes = await Promise.all(
    told.map(async ({ scenario, passesNow, result }) => {
      const fix = passesNow === true ? result?.recognised : undefined;
      return [scenario, fix && fixWords(await scenarioTexts(scenario), fix)] as const;
    }),
  );
  return new Map(fixes.flatMap(([scenario, words]) => (words === undefined ? [] : [[scenario, words]])));
}
