/** What a playground fetches once its reader acts: the scenario's file and, one by one, the programs that it names by path. */

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

/** The fixed program as every page may have it: what was recorded of it, and not what it says. */
export interface FixedProgram extends Pick<LabProgram, 'recorded'> {
  /** Path of a `CompiledFile` under the site's root. */
  readonly compiled: string;
}

export interface ScenarioBundle {
  readonly scenario: string;
  /** Tells this version of the scenario from others. */
  readonly hash: string;
  readonly workload: Workload;
  readonly programs: { readonly leaky: LabProgram; readonly fixed: FixedProgram };
  /** Paths, under the site's root, of a `ProgramFile` for each of the scenario's programs but the leaky one, by name. */
  readonly others: Readonly<Record<string, string>>;
  /** Its wrong fixes, by name, and by what a check recognises each. */
  readonly wrong: Readonly<Record<string, WrongFix>>;
  /** Marks of all programs' compiled code, by which a reader's own is told from them. */
  readonly marks: readonly string[];
  /** The types of the server, as readers see them. */
  readonly contract: string;
}

/** The fixed program's code for the machine. It may come to a page whose reader has not solved the challenge yet. */
export interface CompiledFile {
  /** A `CompiledProgram` as JSON, in UTF-8 and Base64: nobody reads the answer in passing. */
  readonly sealed: string;
}

/** What a program says. */
export interface ProgramFile {
  readonly source: string;
  /** The same, highlighted; lines that the leaky program does not have are marked. */
  readonly html: string;
}

/** Address of a file under the site's root, which may be any path. A built script lies in a folder of the root. */
export function siteAddress(path: string): string {
  const here = import.meta.url;
  const root = import.meta.env.DEV
    ? `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`
    : new URL('..', here).href;
  return root + path;
}

/** Fetches a scenario's file. Throws a `LoadingError` when it cannot be had, or is another. */
export function fetchBundle(path: string, scenario: string): Promise<ScenarioBundle> {
  return fetchJson(siteAddress(path), (value): value is ScenarioBundle => {
    const { scenario: id, programs, contract } = value as ScenarioBundle;
    const texts = [programs.leaky.source, programs.fixed.compiled, contract];
    return id === scenario && texts.every((text) => typeof text === 'string');
  });
}

/** Fetches what a program says. Throws a `LoadingError` when it cannot be had. */
export function fetchProgram(path: string): Promise<ProgramFile> {
  return fetchJson(siteAddress(path), (value): value is ProgramFile => {
    const { source, html } = value as ProgramFile;
    return typeof source === 'string' && typeof html === 'string';
  });
}

/** Fetches what the machine needs of the fixed program. Throws a `LoadingError` when it cannot be had. */
export async function fetchCompiled(path: string): Promise<CompiledProgram> {
  const { sealed } = await fetchJson(
    siteAddress(path),
    (value): value is CompiledFile => typeof (value as CompiledFile).sealed === 'string',
  );
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as CompiledProgram;
}
