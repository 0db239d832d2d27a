import { machine, percentile } from '../timing';
import type { Contender } from './contender';

/** The measurements beside the contenders, and their conditions. */
export interface Facts {
  /** Processor time to sign a call and to check it, in milliseconds. */
  readonly linkCallMs: number;
  readonly rounds: number;
  readonly requests: number;
  readonly connections: number;
}

export interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly goal: string;
  readonly reached: boolean;
}

export interface Measured {
  readonly name: string;
  readonly processorMs: number;
  readonly callsAlone: number;
  readonly callsUnderLoad: number;
  readonly rssMiB: number;
}

export interface Report extends Omit<Facts, 'linkCallMs'> {
  readonly machine: string;
  readonly node: string;
  readonly date: string;
  readonly measured: readonly Measured[];
  readonly goals: readonly Goal[];
}

/** Sums up the rounds, and compares them with the goals of the product. */
export function reportOf(contenders: readonly Contender[], { linkCallMs, ...facts }: Facts): Report {
  const measured = contenders.map(({ name, milliseconds, rssMiB, callsAlone, callsUnderLoad }) => ({
    name,
    processorMs: rounded(percentile(milliseconds, 0.5)),
    callsAlone,
    callsUnderLoad: rounded(percentile(callsUnderLoad, 0.5)),
    rssMiB: Math.round(rssMiB),
  }));
  return {
    machine,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    ...facts,
    measured,
    goals: goalsOf(measured, linkCallMs),
  };
}

function goalsOf(measured: readonly Measured[], linkCallMs: number): readonly Goal[] {
  const of = (name: string) => measured.find((one) => one.name === name);
  const ratio = (peer: string, own: string) => (of(peer)?.processorMs ?? NaN) / (of(own)?.processorMs ?? NaN);
  const cordon = of('cordon');
  const goals: readonly Goal[] = [
    atLeast('stock ÷ cordon', ratio('stock', 'cordon'), 15),
    atLeast('hive (rust) ÷ cordon', ratio('hive (rust)', 'cordon'), 3.5),
    atLeast('stock ÷ cordon, 50 callers', ratio('stock', 'cordon, 50 callers'), 8),
    atMost('subgraph calls a request', cordon?.callsAlone ?? NaN, 6),
    atMost('signing and checking a call, ms', linkCallMs, 0.02),
    atMost('resident memory under load, MiB', cordon?.rssMiB ?? NaN, 200),
  ];
  return goals.filter((goal) => !Number.isNaN(goal.measured));
}

const atLeast = (what: string, value: number, goal: number): Goal => ({
  what,
  measured: rounded(value),
  goal: `≥ ${goal}`,
  reached: value >= goal,
});

const atMost = (what: string, value: number, goal: number): Goal => ({
  what,
  measured: rounded(value),
  goal: `≤ ${goal}`,
  reached: value <= goal,
});

const rounded = (value: number) => Number(value.toPrecision(3));

/** Writes a report as text. */
export function tableOf({ measured, goals, ...facts }: Report): string {
  const lines = [
    Object.entries(facts)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', '),
    '',
    `${'gateway'.padEnd(20)} processor ms  calls alone  calls under load  resident MiB`,
    ...measured.map(
      ({ name, processorMs, callsAlone, callsUnderLoad, rssMiB }) =>
        `${name.padEnd(20)} ${cell(processorMs, 12)} ${cell(callsAlone, 12)} ${cell(callsUnderLoad, 17)} ${cell(rssMiB, 13)}`,
    ),
    '',
    ...goals.map(
      ({ what, measured: value, goal, reached }) =>
        `${what.padEnd(32)} ${cell(value, 8)}  ${goal.padEnd(7)} ${reached ? '' : 'not reached'}`,
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const cell = (value: number, width: number) => String(value).padStart(width);
