/** Verifying as the page shows it: how far it is, what it came to, and what it takes to start and stop it. */

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Judged, VerifiedChallenge } from '#playground/learner-record/verification.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { aTurn } from './a-turn.ts';
import type { Verified } from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { Member } from './team-members.ts';

/** What verifying is at; a sentence where it has ended. */
export type Stage =
  | { readonly type: 'idle'; readonly said: string }
  | { readonly type: 'going'; readonly done: number; readonly all: number };

interface Verifying {
  readonly stage: Stage;
  readonly verified: Verified;
  readonly verify: (members: readonly Member[]) => Promise<void>;
  readonly stop: () => void;
}

/** So many rows are drawn anew at a time. */
const rowsAtOnce = 6;

export function useVerifying(challenges: readonly TeamChallenge[]): Verifying {
  const words = teamWords().view;
  const [verified, setVerified] = useState<Verified>(new Map());
  const [stage, setStage] = useState<Stage>({ type: 'idle', said: '' });
  const judged = useRef(new Map<string, Judged>());
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const show = async (
    members: readonly Member[],
    told: readonly (readonly VerifiedChallenge[])[],
  ): Promise<void> => {
    for (let at = 0; at < members.length; at += rowsAtOnce) {
      const some = members
        .slice(at, at + rowsAtOnce)
        .map(({ id }, row) => [id, told[at + row] ?? []] as const);
      setVerified((before) => new Map([...before, ...some]));
      await aTurn();
    }
  };
  const outcome = async (members: readonly Member[], signal: AbortSignal): Promise<string> => {
    const { verifyTeam } = await import('./team-machine.ts');
    const records = members.map(({ record }) => record);
    const onProgress = (done: number, all: number): void => setStage({ type: 'going', done, all });
    const told = await verifyTeam(records, { challenges, judged: judged.current, onProgress, signal });
    if (told === undefined) return words.stopped;
    await show(members, told);
    const all = told.flat().filter(({ status }) => status !== 'not tried');
    const right = all.filter(({ status }) => status === 'verified');
    return words.finished(countWords(right.length), countWords(all.length));
  };
  const verify = async (members: readonly Member[]): Promise<void> => {
    const controller = (ending.current = new AbortController());
    setStage({ type: 'going', done: 0, all: 0 });
    try {
      setStage({ type: 'idle', said: await outcome(members, controller.signal) });
    } catch (error) {
      reportError(error);
      setStage({ type: 'idle', said: words.failed });
    }
  };
  return { stage, verified, verify, stop: () => ending.current?.abort() };
}
