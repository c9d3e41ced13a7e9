import { fileOf, isRemembered, type Machine } from '../machine.ts';
import { pathKey } from '../state/job-path.ts';
import { type State, setFile } from '../state/state.ts';
import { emptyValue, isNonEmpty, textOf, type Value } from '../state/value.ts';
import { learn } from '../state/variables.ts';
import { negated, open, type Verdict } from './verdict.ts';

/** A test of one word, such as `-f FILE`, `-z TEXT` and `-v NAME`. */
export function unaryTest(
  machine: Machine,
  state: State,
  operator: string,
  value: Value,
  loose?: 'loose',
): Verdict {
  switch (operator) {
    case '-n':
      return loose === undefined ? lengthTest(value) : open;
    case '-z':
      return negated(lengthTest(value));
    case '-e':
    case '-a':
    case '-f':
    case '-d':
    case '-s':
    case '-r':
    case '-w':
    case '-x':
    case '-L':
    case '-h':
    case '-p':
    case '-S':
      return fileTest(machine, state, operator, value);
    case '-v': {
      const name = textOf(value);
      const variable = name === undefined ? undefined : state.vars.get(name);
      if (variable !== undefined && variable.set !== 'maybe') return { holds: variable.set === 'yes' };
      if (name !== undefined && variable === undefined && machine.world.environment(name) === 'unset')
        return { holds: false };
      return open;
    }
    default:
      return open;
  }
}

function fileTest(machine: Machine, state: State, operator: string, value: Value): Verdict {
  if (value.length === 0) return { holds: false };
  const key = pathKey(value, state.cwd);
  if (key === undefined) return open;
  const fact = fileOf(machine, state, key);
  // Beside the script itself, which may change files meanwhile.
  if (machine.background > 0 && machine.world.followed.includes(key)) return open;
  if (fact.presence === 'no' && !machine.world.isVolatile(key)) return { holds: false };
  if (fact.presence === 'yes') {
    const isDirectory = fact.directory ?? (fact.written !== undefined ? false : undefined);
    if (operator === '-e' || operator === '-a' || operator === '-r') return { holds: true };
    if (operator === '-f') return { holds: isDirectory === undefined ? undefined : !isDirectory };
    if (operator === '-d') return { holds: isDirectory };
    if (operator === '-s' && fact.content !== undefined && isDirectory !== true) {
      const filled = isNonEmpty(fact.content);
      return {
        holds: filled,
        ...(filled === undefined && {
          whenTrue: (after: State) => learn(after, fact.content ?? emptyValue, 'non-empty'),
        }),
      };
    }
    return open;
  }
  if (!isRemembered(machine, key)) return open;
  return {
    holds: undefined,
    whenTrue: (after) =>
      setFile(after, key, {
        ...fact,
        presence: 'yes',
        directory: operator === '-d' ? true : operator === '-f' ? false : fact.directory,
        since: after.slept,
      }),
    whenFalse: (after) => {
      // What is no folder may still be a file.
      const tells =
        operator === '-e' || operator === '-f' || (operator === '-d' && fact.written === undefined);
      if (tells && !machine.world.isVolatile(key))
        setFile(after, key, { ...fact, presence: 'no', since: after.slept });
    },
  };
}

/** Whether a text is not empty. */
export function lengthTest(value: Value): Verdict {
  return {
    holds: isNonEmpty(value),
    whenTrue: (state) => learn(state, value, 'non-empty'),
    whenFalse: (state) => learn(state, value, emptyValue),
  };
}
