import { globs } from '../../base/glob.ts';
import type { Severity } from '../../diagnostics/finding.ts';
import type { Configuration, RuleLevel, RuleLevels } from './configuration.ts';

/** Which rules are asked, and how severe each is in a file. */
export interface Levels {
  /** Whether a rule is asked at all. */
  isAsked(rule: string): boolean;
  /** How severe what a rule says about a file is; `off` when it is not to be told. */
  levelOf(rule: string, path: string, usual: Severity): RuleLevel;
}

/** What decides on levels. */
export interface LevelOptions {
  readonly configuration: Configuration;
  /** Only these rules, pedantic ones included; empty means all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Whether a rule says nothing but where somebody asks for it by its name. */
  isQuiet(rule: string): boolean;
}

/** Reads levels off a configuration and the options of the command. */
export function levels({ configuration, only, skip, isQuiet }: LevelOptions): Levels {
  const overrides = configuration.overrides.map(({ paths, rules }) => ({ rules, matches: globs(paths) }));
  const wanted = new Set(only);
  const unwanted = new Set(skip);
  const isOn = (level: RuleLevel | undefined): boolean => level !== undefined && level !== 'off';
  return {
    isAsked(rule) {
      if (unwanted.has(rule)) return false;
      if (wanted.size > 0) return wanted.has(rule);
      const own = levelIn(configuration.rules, rule) ?? (isQuiet(rule) ? 'off' : undefined);
      return own !== 'off' || overrides.some(({ rules }) => isOn(levelIn(rules, rule)));
    },
    levelOf(rule, path, usual) {
      if (unwanted.has(rule) || unwanted.has(shortName(rule))) return 'off';
      if (wanted.size > 0 && !wanted.has(rule) && !wanted.has(shortName(rule))) return 'off';
      let level = levelIn(configuration.rules, rule) ?? (isQuiet(rule) ? 'off' : usual);
      for (const override of overrides) {
        const other = levelIn(override.rules, rule);
        if (other !== undefined && override.matches(path)) level = other;
      }
      // Naming a rule on the command line is stronger than switching it off in the file.
      return level === 'off' && wanted.size > 0 ? usual : level;
    },
  };
}

/** Whether somebody asks for a rule by its name: with `--only`, or with a level in the configuration. */
export function isNamed(
  rule: string,
  { configuration, only }: Pick<LevelOptions, 'configuration' | 'only'>,
): boolean {
  if (only.includes(rule) || only.includes(shortName(rule))) return true;
  return [configuration.rules, ...configuration.overrides.map(({ rules }) => rules)].some((rules) => {
    const level = levelIn(rules, rule);
    return level !== undefined && level !== 'off';
  });
}

/** The name of a rule as people write it: codes of ShellCheck without their prefix. */
export function shortName(rule: string): string {
  const prefix = 'shellcheck/';
  return rule.startsWith(prefix) ? rule.slice(prefix.length) : rule;
}

function levelIn(rules: RuleLevels, rule: string): RuleLevel | undefined {
  if (Object.hasOwn(rules, rule)) return rules[rule];
  const short = shortName(rule);
  return Object.hasOwn(rules, short) ? rules[short] : undefined;
}
