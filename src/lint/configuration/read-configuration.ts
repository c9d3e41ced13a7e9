import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { validateConfig } from '../../facts/generated/config-validator.generated.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { YamlNode, YamlPair } from '../../syntax/yaml/tree.ts';
import {
  type Configuration,
  type RuleLevel,
  type RuleLevels,
  type RunSettings,
  usualConfiguration,
} from './configuration.ts';
import { readReady } from './read-ready.ts';
import { byKey, dataOf, isEmpty, type ShapeReader, shapeReader } from './shapes.ts';

/** A configuration as far as it could be read, and what is wrong with it: anything means exit status 2. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly faults: readonly Finding[];
}

/**
 * Reads a configuration file.
 *
 * @param knownRules the names of all rules; codes of ShellCheck (`shellcheck/SC2086`, `SC2086`) are known besides
 */
export function readConfiguration(file: SourceFile, knownRules: readonly string[]): ReadConfiguration {
  const { root, faults } = parseYaml(file);
  if (faults.length > 0) return { configuration: usualConfiguration, faults };
  const read = shapeReader({ file: file.path, start: 0, end: 0 });
  const configuration = isEmpty(root) ? usualConfiguration : readAll(root, read, knownRules);
  if (read.faults.length === 0 && !isEmpty(root) && !validateConfig(dataOf(root))) {
    read.complain(
      `the configuration does not fit its schema at "${validateConfig.errors?.[0]?.instancePath ?? '/'}"`,
      { file: file.path, start: 0, end: 0 },
      'compare it with "pw-workflow-check schema config"',
    );
  }
  return { configuration, faults: read.faults };
}

const keys = [
  'root',
  'workflows',
  'exclude',
  'rules',
  'overrides',
  'shellcheck',
  'run',
  'workflows-settings',
  'baseline',
  'fail-on',
] as const;

const failOnWords = ['error', 'warning', 'note', 'never'] as const;

function readAll(
  root: YamlNode | undefined,
  read: ShapeReader,
  knownRules: readonly string[],
): Configuration {
  const found = byKey(read.entries(root, '', keys));
  const globs = (key: string): readonly string[] | undefined =>
    found.has(key) ? read.texts(found.get(key), key) : undefined;
  // Whoever looks for the repository reads it; here it is only checked.
  if (found.has('root')) read.flag(found.get('root'), 'root');
  return {
    workflows: globs('workflows'),
    exclude: globs('exclude'),
    rules: readLevels(found.get('rules'), 'rules', read, knownRules),
    overrides: found.has('overrides') ? readOverrides(found.get('overrides'), read, knownRules) : [],
    shellcheck: readShellcheck(found.get('shellcheck'), read),
    run: readRun(found.get('run'), 'run', read),
    workflowsSettings: Object.fromEntries(
      read
        .anyEntries(found.get('workflows-settings'), 'workflows-settings')
        .map((pair) => [pair.key.text.text, readRun(pair.value, pair.key.text.text, read)]),
    ),
    baseline: found.has('baseline') ? read.text(found.get('baseline'), 'baseline') : undefined,
    failOn: found.has('fail-on') ? read.word(found.get('fail-on'), 'fail-on', failOnWords) : undefined,
  };
}

function readLevels(
  node: YamlNode | undefined,
  what: string,
  read: ShapeReader,
  knownRules: readonly string[],
): RuleLevels {
  const levels: Record<string, RuleLevel> = {};
  for (const pair of read.anyEntries(node, what)) {
    const rule = pair.key.text.text;
    if (!knownRules.includes(rule) && !/^(shellcheck\/)?SC[0-9]{4}$/.test(rule)) {
      const near = suggest(rule, knownRules);
      read.complain(
        `there is no rule "${rule}"`,
        pair.key.span,
        helpWith(near, 'see "pw-workflow-check rules"'),
      );
      continue;
    }
    const level = read.word(pair.value, rule, ['off', 'note', 'warning', 'error'] as const);
    if (level !== undefined) levels[rule] = level;
  }
  return levels;
}

function readOverrides(
  node: YamlNode | undefined,
  read: ShapeReader,
  knownRules: readonly string[],
): Configuration['overrides'] {
  return read.list(node, 'overrides').map((item) => {
    const found = byKey(read.entries(item, 'overrides', ['paths', 'rules']));
    for (const key of ['paths', 'rules']) {
      if (item?.kind === 'map' && !found.has(key)) {
        read.complain(
          `an entry of "overrides" has no "${key}"`,
          item.span,
          'it needs both "paths" and "rules"',
        );
      }
    }
    return {
      paths: found.has('paths') ? read.texts(found.get('paths'), 'paths') : [],
      rules: readLevels(found.get('rules'), 'rules', read, knownRules),
    };
  });
}

function readShellcheck(node: YamlNode | undefined, read: ShapeReader): Configuration['shellcheck'] {
  const found = byKey(read.entries(node, 'shellcheck', ['severity', 'profile', 'exclude']));
  const levels = ['error', 'warning', 'info', 'style', 'off'] as const;
  const exclude = found.has('exclude') ? read.list(found.get('exclude'), 'exclude') : undefined;
  return {
    severity: found.has('severity') ? read.word(found.get('severity'), 'severity', levels) : undefined,
    profile: found.has('profile') ? read.word(found.get('profile'), 'profile', ['usual', 'all']) : undefined,
    exclude: exclude?.flatMap((item) => {
      const code = read.text(item, 'exclude');
      if (code !== undefined && !/^SC[0-9]{4}$/.test(code) && item !== undefined) {
        read.complain(`"${code}" is no code of ShellCheck`, item.span, 'a code is written as in SC2086');
      }
      return code ?? [];
    }),
  };
}

function readRun(node: YamlNode | undefined, what: string, read: ShapeReader): RunSettings {
  const found = byKey(
    read.entries(node, what, [
      'modes',
      'timeout',
      'stable-for',
      'ready',
      'env',
      'before',
      'stubs',
      'requires',
      'hosts',
      'site-programs',
      'require-run',
      'scheduler',
    ]),
  );
  const modes = ['controller', 'slurm', 'pbs'] as const;
  const texts = (key: string, take: (pair: YamlPair) => string | undefined) =>
    found.has(key)
      ? Object.fromEntries(
          read.anyEntries(found.get(key), key).map((pair) => [pair.key.text.text, take(pair) ?? '']),
        )
      : undefined;
  return {
    modes: found.has('modes')
      ? read.list(found.get('modes'), 'modes').flatMap((item) => read.word(item, 'modes', modes) ?? [])
      : undefined,
    timeoutMs: found.has('timeout') ? read.duration(found.get('timeout'), 'timeout') : undefined,
    stableForMs: found.has('stable-for') ? read.duration(found.get('stable-for'), 'stable-for') : undefined,
    ready: found.has('ready') ? readReady(found.get('ready'), read) : undefined,
    env: texts('env', (pair) => read.value(pair.value, pair.key.text.text)),
    before: found.has('before') ? readBefore(found.get('before'), read) : undefined,
    requires: found.has('requires') ? read.texts(found.get('requires'), 'requires') : undefined,
    hosts: found.has('hosts') ? read.texts(found.get('hosts'), 'hosts') : undefined,
    sitePrograms: found.has('site-programs')
      ? read.texts(found.get('site-programs'), 'site-programs')
      : undefined,
    requireRun: found.has('require-run') ? read.flag(found.get('require-run'), 'require-run') : undefined,
    stubs: texts('stubs', (pair) => read.text(pair.value, pair.key.text.text)),
    scheduler: found.has('scheduler') ? readScheduler(found.get('scheduler'), read) : undefined,
  };
}

function readScheduler(node: YamlNode | undefined, read: ShapeReader): RunSettings['scheduler'] {
  const found = byKey(
    read.entries(node, 'scheduler', ['queue-delay', 'holds', 'refuses', 'node-fails-after']),
  );
  const duration = (key: string) => (found.has(key) ? read.duration(found.get(key), key) : undefined);
  return {
    queueDelayMs: duration('queue-delay'),
    holds: found.has('holds') ? read.flag(found.get('holds'), 'holds') : undefined,
    refusal: found.has('refuses') ? read.text(found.get('refuses'), 'refuses') : undefined,
    nodeFailsAfterMs: duration('node-fails-after'),
  };
}

function readBefore(node: YamlNode | undefined, read: ShapeReader): readonly string[] {
  if (node?.kind !== 'scalar') return read.texts(node, 'before');
  const command = read.text(node, 'before');
  return command === undefined ? [] : [command];
}
