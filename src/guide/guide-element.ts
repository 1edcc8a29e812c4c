/** The guide on its page: the chosen route, the notes, and the clock. Keeps all three for a reload. */

import { clockWords } from '#src/strings/clock-words.ts';
import { keepSession, type KeptSession, keptSession } from './kept-session.ts';
import {
  type Clock,
  type ClockStep,
  clockTime,
  cutsFor,
  elapsed,
  isRunning,
  moved,
  type Pace,
  pace,
  paused,
  resumed,
  started,
  unstarted,
} from './session-clock.ts';
import { stepsOf, titleOf } from './steps-on-page.ts';

const minute = 60_000;

export class SessionGuide extends HTMLElement {
  private kept: KeptSession = { notes: false, clock: unstarted };
  private ticking: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.kept = keptSession();
    const known = this.routes().some(({ value }) => value === String(this.kept.minutes));
    if (!known) this.kept = { ...this.kept, minutes: Number(this.dataset['route']) };
    this.kept = { ...this.kept, clock: resumed(this.kept.clock, this.steps(), Date.now()) };
    this.addEventListener('change', (event) => {
      this.changed(event.target);
    });
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element) this.pressed(target.closest('button')?.dataset['does']);
    });
    this.show();
  }

  disconnectedCallback(): void {
    clearInterval(this.ticking);
  }

  private changed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'notes') this.keep({ notes: target.checked });
    else this.choose(Number(target.value));
  }

  /** Another route goes on with the same step, where it has that step. */
  private choose(minutes: number): void {
    const now = this.steps()[this.kept.clock.step]?.id;
    this.kept = { ...this.kept, minutes };
    const steps = this.steps();
    const same = steps.findIndex(({ id }) => id === now);
    const step = same === -1 ? Math.min(this.kept.clock.step, steps.length - 1) : same;
    this.keep({ clock: { ...this.kept.clock, step } });
  }

  private pressed(what: string | undefined): void {
    if (what === 'print') print();
    const clock = this.clockAfter(what, this.kept.clock);
    if (clock === undefined) return;
    const moves = clock.step !== this.kept.clock.step;
    this.keep({ clock });
    if (moves) this.announce();
  }

  private clockAfter(what: string | undefined, clock: Clock): Clock | undefined {
    if (what === 'start') return isRunning(clock) ? paused(clock, Date.now()) : started(clock, Date.now());
    if (what === 'next') return moved(clock, 1, this.steps());
    if (what === 'back') return moved(clock, -1, this.steps());
    return what === 'reset' ? unstarted : undefined;
  }

  private keep(change: Partial<KeptSession>): void {
    this.kept = { ...this.kept, ...change };
    keepSession(this.kept);
    this.show();
  }

  private show(): void {
    const { minutes, notes, clock } = this.kept;
    for (const route of this.querySelectorAll<HTMLElement>('.route'))
      route.toggleAttribute('data-chosen', route.dataset['minutes'] === String(minutes));
    this.toggleAttribute('data-notes', notes);
    for (const input of this.routes()) input.checked = input.value === String(minutes);
    const box = this.querySelector<HTMLInputElement>('input[name=notes]');
    if (box) box.checked = notes;
    this.markStep();
    clearInterval(this.ticking);
    if (isRunning(clock)) this.ticking = setInterval(() => this.tell(), 1000);
    this.tell();
  }

  /** The step that is under way, once the session has begun. */
  private markStep(): void {
    const hasBegun = isRunning(this.kept.clock) || this.kept.clock.before > 0;
    for (const old of this.querySelectorAll('[aria-current=step]')) old.removeAttribute('aria-current');
    if (hasBegun) this.items()[this.kept.clock.step]?.setAttribute('aria-current', 'step');
    this.markButtons(isRunning(this.kept.clock));
  }

  /** A clock that runs can be paused; only one that stands can be put back to zero, so that no slip of the hand does it. */
  private markButtons(runs: boolean): void {
    const [start] = this.buttons('start');
    if (start) start.textContent = start.dataset[runs ? 'runs' : 'stands'] ?? '';
    const [reset] = this.buttons('reset');
    if (reset) reset.disabled = runs;
  }

  private buttons(does: string): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>(`button[data-does=${does}]`)];
  }

  /** What changes with the seconds. */
  private tell(): void {
    const { clock } = this.kept;
    const steps = this.steps();
    const now = Date.now();
    this.write('elapsed', clockTime(elapsed(clock, now)));
    this.write('ends', clockTime((steps[clock.step]?.until ?? 0) * minute));
    this.write('step', this.stepWords());
    const hasBegun = isRunning(clock) || clock.before > 0;
    const words = clockWords();
    this.write('pace', hasBegun ? this.paceWords(pace(clock, steps, now)) : words.ready);
  }

  private paceWords(found: Pace): string {
    const words = clockWords();
    if (found.type === 'on time') return words.onTime;
    if (found.type === 'ahead') return words.ahead(found.minutes);
    return words.behind(found.minutes, this.cutWords(found.minutes));
  }

  private cutWords(behind: number): string {
    const words = clockWords();
    const { steps, stillBehind } = cutsFor(behind, this.kept.clock, this.steps());
    if (steps.length === 0) return words.noCut;
    const named = steps.map((step) => ({ title: this.titleOf(step), minutes: step.until - step.from }));
    return stillBehind === 0 ? words.cut(named) : words.cutAll(named, stillBehind);
  }

  /** Says the new step to those who do not see it, and brings it into view. */
  private announce(): void {
    const status = this.querySelector('[role=status]');
    const found = pace(this.kept.clock, this.steps(), Date.now());
    if (status) status.textContent = clockWords().announced(this.stepWords(), this.paceWords(found));
    this.items()[this.kept.clock.step]?.scrollIntoView({ block: 'start' });
  }

  private stepWords(): string {
    const steps = this.steps();
    const { step } = this.kept.clock;
    const title = titleOf(this.items()[step]);
    return clockWords().now(step + 1, steps.length, title);
  }

  private titleOf({ id }: ClockStep): string {
    return titleOf(this.items().find((item) => item.dataset['step'] === id));
  }

  /** Writes only what changes, so that nothing is read or drawn again. */
  private write(what: string, text: string): void {
    const place = this.querySelector(`[data-clock=${what}]`);
    if (place && place.textContent !== text) place.textContent = text;
  }

  private routes(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name=route]')];
  }

  private items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-minutes="${this.kept.minutes}"] [data-step]`)];
  }

  private steps(): readonly ClockStep[] {
    return stepsOf(this.items());
  }
}
