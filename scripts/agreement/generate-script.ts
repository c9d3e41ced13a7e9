/** A generated script, the file that it may source, and the environment in which it is run. */
export interface GeneratedScript {
  readonly text: string;
  readonly library: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Variables of the environment that the analysis is not told; some runs have them, some do not. */
export const hiddenVariables = ['ALPHA', 'BETA', 'GAMMA'] as const;

const markers = ['HOSTNAME', 'SESSION_PORT', 'job.started'] as const;

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Dice {
  chance(share: number): boolean;
  below(limit: number): number;
  one<Item>(items: readonly Item[]): Item;
}

function diceOf(random: () => number): Dice {
  return {
    chance: (share) => random() < share,
    below: (limit) => Math.floor(random() * limit),
    one: (items) => items[Math.floor(random() * items.length)] as never,
  };
}

/** A script over the constructs that start scripts are made of; it ends, and it needs nothing but coreutils. */
export function generateScript(seed: number): GeneratedScript {
  const dice = diceOf(randomFrom(seed));
  const scope: Scope = { loops: 0, inFunction: false, functions: [], counter: { next: 0 } };
  const lines: string[] = [];
  if (dice.chance(0.35)) lines.push('set -e');
  if (dice.chance(0.1)) lines.push('set -o pipefail');
  if (dice.chance(0.5)) lines.push('port=4000');
  if (dice.chance(0.3)) lines.push('mkdir -p logs');
  if (dice.chance(0.15))
    lines.push(`trap ${dice.one([`'${write(dice)}'`, `'${remove(dice)}'`, 'leave'])} EXIT`);
  lines.push('leave() {', `  ${write(dice)}`, '}');
  const functions = ['leave'];
  if (dice.chance(0.4)) {
    lines.push('prepare() {');
    lines.push(
      ...indented(statements(dice, { ...scope, inFunction: true, functions: [] }, 2, 1 + dice.below(3))),
    );
    lines.push('}');
    functions.push('prepare');
  }
  lines.push(...statements(dice, { ...scope, functions }, 3, 3 + dice.below(6)));
  const library = statements(dice, { ...scope, functions: [] }, 1, 1 + dice.below(3))
    .map((line) => (line.includes('library.sh') ? ':' : line))
    .join('\n');
  const environment: Record<string, string> = {};
  for (const name of hiddenVariables) {
    if (dice.chance(0.6)) environment[name] = dice.one(['yes', 'no', '', '1', 'two words']);
  }
  return { text: `${lines.join('\n')}\n`, library: `${library}\n:\n`, environment };
}

interface Scope {
  readonly loops: number;
  readonly inFunction: boolean;
  readonly functions: readonly string[];
  readonly counter: { next: number };
}

function indented(lines: readonly string[]): string[] {
  // Not really: the end of a here-document stands at the beginning of its line.
  return [...lines];
}

function statements(dice: Dice, scope: Scope, depth: number, count: number): string[] {
  return Array.from({ length: count }, () => statement(dice, scope, depth)).flat();
}

function statement(dice: Dice, scope: Scope, depth: number): string[] {
  const compound = depth > 0 && dice.chance(0.45);
  return compound ? compoundStatement(dice, scope, depth - 1) : [simple(dice, scope)];
}

function simple(dice: Dice, scope: Scope): string {
  const kind = dice.below(24);
  if (kind < 8) return write(dice);
  if (kind < 10) return remove(dice);
  if (kind < 12) return assignment(dice);
  switch (kind) {
    case 12:
      return `${condition(dice)} && ${write(dice)}`;
    case 13:
      return `${condition(dice)} || ${write(dice)}`;
    case 14:
      return `${condition(dice)} && ${write(dice)} || ${remove(dice)}`;
    case 15:
      return dice.one(['true', ':', 'false || true', 'echo "working" > /dev/null', 'date > logs.txt']);
    case 16:
      return scope.functions.length > 0 ? dice.one(scope.functions) : ':';
    case 17:
      return scope.loops > 0 ? dice.one(['break', 'continue', ':']) : ':';
    case 18:
      return dice.chance(0.4) ? `exit ${dice.below(3)}` : ':';
    case 19:
      return scope.inFunction ? `return ${dice.below(2)}` : ':';
    case 20:
      return dice.one([
        'mkdir -p logs',
        'mkdir -p logs/deep',
        'cd .',
        'cd logs 2>/dev/null || true',
        'cd "$PWD"',
      ]);
    case 21:
      return `. ${dice.chance(0.5) ? './' : ''}library.sh 2>/dev/null || true`;
    case 22:
      return dice.one([`! ${condition(dice)}`, 'wait', 'set +e', 'unset port', 'export port']);
    default:
      return dice.chance(0.15) ? 'exec true' : 'echo "$port" > /dev/null';
  }
}

function write(dice: Dice): string {
  const marker = dice.one(markers);
  const target = dice.one([marker, `"${marker}"`, `./${marker}`, `"$PWD/${marker}"`]);
  switch (dice.below(12)) {
    case 0:
    case 1:
      return `touch ${target}`;
    case 2:
      return `echo "$port" > ${target}`;
    case 3:
      return `echo ${4000 + dice.below(3)} > ${target}`;
    case 4:
      return `printf '%s\\n' "\${port:-none}" > ${target}`;
    case 5:
      return `echo ready | tee ${dice.chance(0.3) ? '-a ' : ''}${target} > /dev/null`;
    case 6:
      return `echo more >> ${target}`;
    case 7:
      return `{ echo one; echo two; } > ${target}`;
    case 8:
      return `echo temporary > work.tmp; mv work.tmp ${target}`;
    case 9:
      return `echo source > work.txt; cp work.txt ${target}`;
    case 10:
      return `( echo inside > ${target} )`;
    default:
      return `: > ${target}`;
  }
}

function remove(dice: Dice): string {
  const marker = dice.one(markers);
  return dice.one([
    `rm -f ${marker}`,
    `rm -f ./${marker} missing`,
    `rm ${marker} 2>/dev/null || true`,
    `rm -f SESSION*`,
  ]);
}

function assignment(dice: Dice): string {
  return dice.one([
    'port=5000',
    'port=""',
    'port=$ALPHA',
    'port=${BETA:-6000}',
    'port=$((4000 + 5))',
    'port=$(echo 7000)',
    'port=$(cat SESSION_PORT 2>/dev/null)',
    'name="$port"x',
    'name=${port%0}',
    'count=$((count + 1))',
  ]);
}

function condition(dice: Dice): string {
  const marker = dice.one(markers);
  const name = dice.one(hiddenVariables);
  return dice.one([
    'true',
    'false',
    `[ -n "$${name}" ]`,
    `[ -z "$${name}" ]`,
    `[ "$${name}" = yes ]`,
    `[[ $${name} == "no" ]]`,
    `[[ -n $${name} && $${name} != yes ]]`,
    `[ -f ${marker} ]`,
    `[ ! -f ${marker} ]`,
    `[ -s ${marker} ]`,
    `[[ -e ./${marker} ]]`,
    '[ -n "$port" ]',
    '[ -z "$port" ]',
    '[ "$port" = 4000 ]',
    '[ "${count:-0}" -lt 2 ]',
    '[ -d logs ]',
    '(( count > 1 ))',
    `test -n "\${${name}:-}"`,
    'grep -q 4 SESSION_PORT 2>/dev/null',
    'command -v bash > /dev/null',
  ]);
}

function compoundStatement(dice: Dice, scope: Scope, depth: number): string[] {
  const body = (inner: Scope = scope, most = 2) =>
    indented(statements(dice, inner, depth, 1 + dice.below(most)));
  const looping: Scope = { ...scope, loops: scope.loops + 1 };
  switch (dice.below(12)) {
    case 0:
    case 1:
    case 2: {
      const lines = [`if ${condition(dice)}; then`, ...body()];
      if (dice.chance(0.3)) lines.push(`elif ${condition(dice)}; then`, ...body());
      if (dice.chance(0.5)) lines.push('else', ...body());
      return [...lines, 'fi'];
    }
    case 3: {
      const name = dice.one([...hiddenVariables, 'port']);
      const lines = [`case "$${name}" in`, '  yes|no)', ...body(), '  ;;'];
      if (dice.chance(0.6)) lines.push(`  ${dice.one(['1', '4*', '""', '[5-9]*'])})`, ...body(), '  ;;');
      if (dice.chance(0.6)) lines.push('  *)', ...body(), '  ;;');
      return [...lines, 'esac'];
    }
    case 4:
      return [
        `for item in ${dice.one(['a', 'a b', 'a b c', '$ALPHA', '$(echo x y)', '1 2'])}; do`,
        ...body(looping),
        'done',
      ];
    case 5: {
      const counter = `turn${scope.counter.next++}`;
      const limit = 1 + dice.below(4);
      const test = dice.one([`[ $${counter} -lt ${limit} ]`, `(( ${counter} < ${limit} ))`]);
      return [
        `${counter}=0`,
        `while ${test}; do`,
        `  ${counter}=$((${counter} + 1))`,
        ...body(looping),
        'done',
      ];
    }
    case 6: {
      const counter = `turn${scope.counter.next++}`;
      return [
        `${counter}=0`,
        `until ${condition(dice)} || [ $${counter} -ge ${1 + dice.below(3)} ]; do`,
        `  ${counter}=$((${counter} + 1))`,
        ...body(looping),
        'done',
      ];
    }
    case 7:
      return ['(', ...body({ ...scope, loops: 0, inFunction: false }), ')'];
    case 8:
      return ['{', ...body(), '}'];
    case 9:
      return [
        '(',
        ...body({ ...scope, loops: 0, inFunction: false }),
        ') &',
        ...(dice.chance(0.9) ? ['wait'] : []),
      ];
    case 10:
      return [`value=$(${write(dice)}; echo "$port")`];
    default:
      return [
        `cat > ${dice.one(markers)} <<${dice.one(['EOF', "'EOF'"])}`,
        `text ${dice.one(['$port', '${port}', 'plain'])}`,
        'EOF',
      ];
  }
}
