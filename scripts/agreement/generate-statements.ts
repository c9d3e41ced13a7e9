import type { Dice } from './dice.ts';
import { assignment, condition, hiddenVariables, marker, remove, write } from './generate-commands.ts';
import { writtenScript } from './generate-written.ts';

/** Where a statement stands. */
export interface Scope {
  readonly loops: number;
  readonly inFunction: boolean;
  readonly functions: readonly string[];
  readonly counter: { next: number };
}

/** Statements one after the other; `depth` bounds how deep they nest. */
export function statements(dice: Dice, scope: Scope, depth: number, count: number): string[] {
  return Array.from({ length: count }, () => statement(dice, scope, depth)).flat();
}

function statement(dice: Dice, scope: Scope, depth: number): string[] {
  const compound = depth > 0 && dice.chance(0.45);
  return compound ? compoundStatement(dice, scope, depth - 1) : [simple(dice, scope)];
}

function simple(dice: Dice, scope: Scope): string {
  const kind = dice.below(26);
  if (kind < 8) return write(dice);
  if (kind < 10) return remove(dice);
  if (kind < 13) return assignment(dice);
  switch (kind) {
    case 13:
      return `${condition(dice)} && ${write(dice)}`;
    case 14:
      return `${condition(dice)} || ${write(dice)}`;
    case 15:
      return `${condition(dice)} && ${write(dice)} || ${remove(dice)}`;
    case 16:
      return dice.one(['true', ':', 'false || true', 'echo "working" > /dev/null', 'date > logs.txt']);
    case 17:
      return scope.functions.length > 0
        ? `${dice.one(scope.functions)}${dice.one(['', ' one', ' "$port" two'])}`
        : ':';
    case 18:
      return jump(dice, scope);
    case 19:
      return dice.chance(0.4) ? `exit ${dice.below(3)}` : ':';
    case 20:
      return folder(dice);
    case 21:
      return dice.one([
        '. ./library.sh 2>/dev/null || true',
        '. ./library.sh || true',
        'source ./library.sh "$port" || true',
        'bash library.sh || true',
        '(. ./library.sh) || true',
      ]);
    case 22:
      return dice.one([`! ${condition(dice)}`, 'wait', 'set +e', 'set -e', 'set +u', 'set -o pipefail']);
    case 23:
      return trap(dice);
    case 24:
      return dice.one(['unset -f prepare', 'shopt -s nullglob', 'umask 022', 'set -- a b', 'shift || true']);
    default:
      return dice.chance(0.15) ? dice.one(['exec true', 'exec touch HOSTNAME']) : 'echo "$port" > /dev/null';
  }
}

function jump(dice: Dice, scope: Scope): string {
  if (scope.loops > 0) return dice.one(['break', 'continue', 'break 2', 'continue 2', ':']);
  if (scope.inFunction) return dice.one(['return', 'return 0', 'return 1', 'return $?']);
  return dice.chance(0.2) ? dice.one(['return 0', 'break', 'continue']) : ':';
}

function folder(dice: Dice): string {
  return dice.one([
    'mkdir -p logs',
    'mkdir -p logs/deep',
    'mkdir logs 2> /dev/null || true',
    'cd .',
    'cd logs 2>/dev/null || true',
    'cd "$PWD"',
    'cd - > /dev/null || true',
    'mkdir -p logs; pushd logs > /dev/null; touch inner; popd > /dev/null',
    'mkdir -p logs; cd logs; cd ..',
    'popd > /dev/null 2>&1 || true',
    'rmdir logs 2> /dev/null || true',
  ]);
}

function trap(dice: Dice): string {
  return dice.one([
    `trap '${write(dice).replaceAll("'", '"')}' EXIT`,
    'trap - EXIT',
    `trap 'rm -f ${marker(dice)}' INT TERM`,
    `trap 'touch ${marker(dice)}' ERR`,
    `(trap 'touch ${marker(dice)}' EXIT; true)`,
    `value=$(trap 'touch ${marker(dice)}' EXIT; echo x)`,
  ]);
}

function compoundStatement(dice: Dice, scope: Scope, depth: number): string[] {
  const body = (inner: Scope = scope, most = 2) => statements(dice, inner, depth, 1 + dice.below(most));
  const looping: Scope = { ...scope, loops: scope.loops + 1 };
  const apart: Scope = { ...scope, loops: 0, inFunction: false };
  switch (dice.below(24)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const lines = [`if ${condition(dice)}; then`, ...body()];
      if (dice.chance(0.3)) lines.push(`elif ${condition(dice)}; then`, ...body());
      if (dice.chance(0.5)) lines.push('else', ...body());
      return [...lines, 'fi'];
    }
    case 4:
    case 5: {
      const name = dice.one([...hiddenVariables, 'port']);
      const lines = [
        `case "$${name}" in`,
        '  yes|no)',
        ...body(),
        dice.one(['  ;;', '  ;;', '  ;;', '  ;&', '  ;;&']),
      ];
      if (dice.chance(0.6)) lines.push(`  ${dice.one(['1', '4*', '""', '[5-9]*'])})`, ...body(), '  ;;');
      if (dice.chance(0.6)) lines.push('  *)', ...body(), '  ;;');
      return [...lines, 'esac'];
    }
    case 6:
      return [
        `for item in ${dice.one(['a', 'a b', 'a b c', '$ALPHA', '$(echo x y)', '1 2', '{1..3}', '"${list[@]}"', '*.sh'])}; do`,
        ...body(looping),
        'done',
      ];
    case 7:
    case 8:
      return counting(dice, scope, body(looping));
    case 9:
      return dice.one([
        ['while read -r item; do', ...body(looping), 'done <<< "a"'],
        ['while read -r item; do', ...body(looping), 'done < library.sh'],
        ["printf 'a\\nb\\n' | while read -r item; do", ...body(looping), 'done'],
      ]);
    case 10:
      return ['(', ...body(apart), ')'];
    case 11:
      return ['{', ...body(), dice.one(['}', '} > logs.txt', `} > ${marker(dice)}`, '} 2> /dev/null'])];
    case 12:
      return ['(', ...body(apart), ') &', ...(dice.chance(0.9) ? ['wait'] : [])];
    case 13:
      return [
        '{',
        ...body(apart),
        '} &',
        'job=$!',
        ...dice.one([['wait "$job" || true'], ['wait $job'], ['wait'], []]),
      ];
    case 14:
      return [`value=$(${write(dice)}; echo "$port")`];
    case 15:
      return [
        '{',
        ...body(apart),
        dice.one(['} | cat > /dev/null', '} | cat', '} | tee logs.txt > /dev/null']),
      ];
    case 16:
      return ['echo data | {', 'read -r line', ...body(apart), '}'];
    case 17: {
      const name = `inner${scope.counter.next++}`;
      const local = dice.one(['local port=1', 'local port', 'local value="$1"', 'port=$1']);
      const bodies = [`${name}() {`, `  ${local}`, ...body({ ...scope, loops: 0, inFunction: true }), '}'];
      return dice.chance(0.2)
        ? [`${name}() (`, ...body(apart), ')', name]
        : [...bodies, dice.one([name, `${name} 3000`, `${name} || true`, `if ${name}; then :; fi`])];
    }
    case 18:
      return [`if ! ${condition(dice)}; then`, ...body(), 'fi'];
    case 19:
      if (dice.chance(0.3)) return [`cat > ${marker(dice)} <<- END`, '\ttabs $port', '\tEND'];
      return [
        `cat > ${marker(dice)} <<${dice.one(['EOF', "'EOF'"])}`,
        `text ${dice.one(['$port', '${port}', 'plain', '$(echo 5)', '\\$port'])}`,
        'EOF',
      ];
    case 20:
    case 21:
    case 22:
      return [...writtenScript(dice)];
    default:
      return [`cat << EOF | tee ${marker(dice)} > /dev/null`, 'piped $port', 'EOF'];
  }
}

function counting(dice: Dice, scope: Scope, body: readonly string[]): string[] {
  const counter = `turn${scope.counter.next++}`;
  const limit = 1 + dice.below(4);
  const up = dice.one([`${counter}=$((${counter} + 1))`, `(( ++${counter} ))`, `let ++${counter}`]);
  switch (dice.below(4)) {
    case 0: {
      const test = dice.one([`[ $${counter} -lt ${limit} ]`, `(( ${counter} < ${limit} ))`]);
      return [`${counter}=0`, `while ${test}; do`, `  ${up}`, ...body, 'done'];
    }
    case 1:
      return [
        `${counter}=0`,
        `until ${condition(dice)} || [ $${counter} -ge ${limit} ]; do`,
        `  ${up}`,
        ...body,
        'done',
      ];
    case 2:
      return [`for (( ${counter} = 0; ${counter} < ${limit}; ${counter}++ )); do`, ...body, 'done'];
    default:
      return [
        `${counter}=0`,
        'while true; do',
        `  ${up}`,
        `  if [ $${counter} -gt ${limit} ]; then break; fi`,
        ...body,
        'done',
      ];
  }
}
