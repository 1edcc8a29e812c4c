/** What a playground fetches once its reader acts: the scenario's programs, compiled, with their recorded runs. */

import type { CompiledProgram, Diagnostic, RunResult, Workload } from '#playground/record.ts';
import type { WrongFix } from '#playground/scenarios/scenario.ts';
import { fetchJson } from './fetch-file.ts';

/** The two programs that every scenario has. */
export type GivenName = 'leaky' | 'fixed';

export interface LabProgram {
  readonly source: string;
  readonly compiled: CompiledProgram;
  readonly diagnostics: readonly Diagnostic[];
  /** The run made when the site was built, with the scenario's own workload. */
  readonly recorded: RunResult;
}

export interface ScenarioBundle {
  readonly scenario: string;
  readonly workload: Workload;
  readonly programs: Readonly<Record<GivenName, LabProgram>>;
  /** Sources of the scenario's further programs, right and wrong, by name. */
  readonly others: Readonly<Record<string, string>>;
  /** Its wrong fixes, by name, and by what a check recognises each. */
  readonly wrong: Readonly<Record<string, WrongFix>>;
  /** Marks of all programs' compiled code, by which a reader's own is told from them. */
  readonly marks: readonly string[];
  /** The types of the server, as readers see them. */
  readonly contract: string;
}

/** Address of a file under the site's root, which may be a sub-path. */
export function siteAddress(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}

/** Fetches a scenario's file. Throws a `LoadingError` when it cannot be had, or is another. */
export function fetchBundle(path: string, scenario: string): Promise<ScenarioBundle> {
  return fetchJson(siteAddress(path), (value): value is ScenarioBundle => {
    const { scenario: id, programs, contract } = value as ScenarioBundle;
    const sources = [programs.leaky.source, programs.fixed.source, contract];
    return id === scenario && sources.every((source) => typeof source === 'string');
  });
}
