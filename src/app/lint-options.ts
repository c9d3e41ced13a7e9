import type { Configuration } from '../lint/configuration/configuration.ts';
import { isNamed } from '../lint/configuration/levels.ts';
import type { LintOptions } from '../lint/lint.ts';
import { repositoryDisabledCodes } from '../lint/shellcheck/rc-file.ts';
import { shellcheck } from '../lint/shellcheck/shellcheck.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** How a request wants a workspace to be linted, ShellCheck included unless the configuration turns it off. */
export function lintOptions(
  request: Pick<CheckRequest, 'only' | 'skip'>,
  configuration: Configuration,
  baseline: ReadonlySet<string>,
  world: Pick<World, 'files' | 'tools' | 'programs' | 'shellcheckEngine' | 'resultCache' | 'parallel'>,
): LintOptions {
  const { severity, exclude, profile } = configuration.shellcheck;
  const { only } = request;
  const { files, tools, shellcheckEngine: engine, resultCache: cache } = world;
  const disabled = repositoryDisabledCodes(files);
  return {
    configuration,
    only,
    skip: request.skip,
    baseline,
    shellcheck:
      severity === 'off' || world.programs === 'none' || (only.length > 0 && !only.some(isShellcheckCode))
        ? undefined
        : (scripts) =>
            shellcheck(scripts, tools, {
              severity,
              exclude,
              isWanted: (code) =>
                profile === 'all' || isNamed(`shellcheck/SC${code}`, { configuration, only }),
              disabled,
              engine,
              cache,
              parallel: () => world.parallel,
            }),
  };
}

/** Whether the name of a rule is a code of ShellCheck, with or without its prefix. */
function isShellcheckCode(rule: string): boolean {
  return /^(shellcheck\/)?SC\d{4}$/.test(rule);
}
