import { diceOf } from './dice.ts';
import { hiddenVariables, remove, write } from './generate-commands.ts';
import { type Scope, statements } from './generate-statements.ts';

/** A generated script, the file that it may source, and the environment in which it is run. */
export interface GeneratedScript {
  readonly text: string;
  readonly library: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A script over the constructs that start scripts are made of; it ends, and it needs nothing but coreutils. */
export function generateScript(seed: number): GeneratedScript {
  const dice = diceOf(seed);
  const scope: Scope = { loops: 0, inFunction: false, functions: [], counter: { next: 0 } };
  const lines: string[] = [];
  if (dice.chance(0.35)) lines.push('set -e');
  if (dice.chance(0.1)) lines.push('set -o pipefail');
  if (dice.chance(0.15)) lines.push('set -u');
  if (dice.chance(0.05)) lines.push('set -E');
  if (dice.chance(0.5)) lines.push('port=4000');
  if (dice.chance(0.3)) lines.push('mkdir -p logs');
  if (dice.chance(0.15)) {
    const body = dice.one([write(dice), remove(dice), 'leave']);
    lines.push(`trap ${body === 'leave' ? body : `'${body.replaceAll("'", '"')}'`} EXIT`);
  }
  lines.push('leave() {', `  ${write(dice)}`, '}');
  const functions = ['leave'];
  if (dice.chance(0.4)) {
    lines.push('prepare() {');
    lines.push(...statements(dice, { ...scope, inFunction: true, functions: [] }, 2, 1 + dice.below(3)));
    lines.push('}');
    functions.push('prepare');
  }
  lines.push(...statements(dice, { ...scope, functions }, 3, 3 + dice.below(6)));
  const library = statements(dice, { ...scope, functions: [], inFunction: true }, 1, 1 + dice.below(3))
    .map((line) => (line.includes('library.sh') ? ':' : line))
    .join('\n')
    // Where its lines become a part of made.sh, they must not write over the script that is just being read.
    .replaceAll('made.sh', 'part.sh');
  const environment: Record<string, string> = {};
  for (const name of hiddenVariables) {
    if (dice.chance(0.6)) environment[name] = dice.one(['yes', 'no', '', '1', 'two words']);
  }
  return { text: `${lines.join('\n')}\n`, library: `${library}\n:\n`, environment };
}
