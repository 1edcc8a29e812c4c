/** People × challenges: a sign in each cell, which opens what is behind it. */

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import type { VerifiedChallenge } from '#playground/learner-record/verification.ts';
import { teamWords } from '#src/strings/team-words.ts';
import {
  cellIn,
  cellWords,
  type CellStatus,
  type OpenCell,
  signOf,
  signs,
  type Verified,
} from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { Member } from './team-members.ts';

interface Props {
  readonly members: readonly Member[];
  readonly challenges: readonly TeamChallenge[];
  readonly verified: Verified;
  readonly onOpen: (cell: OpenCell) => void;
  readonly onRemove: (member: Member) => void;
}

export function TeamMatrix({ members, challenges, verified, onOpen, onRemove }: Props): JSX.Element {
  const words = teamWords().view;
  return (
    <>
      <div class="ll-team-matrix" role="region" aria-label={words.matrix} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              {challenges.map(({ scenario, title }) => (
                <th key={scenario} scope="col">
                  <span>{title}</span>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Row
                key={member.id}
                member={member}
                challenges={challenges}
                told={verified.get(member.id)}
                onOpen={onOpen}
                onRemove={onRemove}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
    </>
  );
}

interface RowProps extends Pick<Props, 'challenges' | 'onOpen' | 'onRemove'> {
  readonly member: Member;
  readonly told: readonly VerifiedChallenge[] | undefined;
}

/** One person; drawn again only when something of theirs was verified. */
function Row({ member, challenges, told, onOpen, onRemove }: RowProps): JSX.Element {
  const words = teamWords().view;
  return useMemo(
    () => (
      <tr>
        <th scope="row">{member.person}</th>
        {challenges.map((challenge) => {
          const cell = cellIn(member, challenge.scenario, told);
          const label = words.cell(member.person, challenge.title, cellWords(cell));
          return (
            <td key={challenge.scenario} data-status={cell.status}>
              {cell.pass === undefined ? (
                <span role="img" aria-label={label}>
                  {signOf(cell)}
                </span>
              ) : (
                <button
                  type="button"
                  title={cellWords(cell)}
                  aria-label={label}
                  onClick={() => onOpen({ member, challenge })}
                >
                  {signOf(cell)}
                </button>
              )}
            </td>
          );
        })}
        <td>
          <button
            type="button"
            aria-label={words.remove(member.person)}
            title={words.remove(member.person)}
            onClick={() => onRemove(member)}
          >
            ×
          </button>
        </td>
      </tr>
    ),
    [member, told],
  );
}

function Legend(): JSX.Element {
  const statuses = Object.keys(signs) as CellStatus[];
  return (
    <dl class="ll-team-legend" aria-label={teamWords().view.legend}>
      {statuses.map((status) => (
        <div key={status}>
          <dt>{signs[status]}</dt>
          <dd>{cellWords({ status, passesNow: true })}</dd>
        </div>
      ))}
    </dl>
  );
}
