import type { Configuration } from '../lint/configuration/configuration.ts';
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
  world: Pick<World, 'files' | 'tools' | 'shellcheckEngine' | 'resultCache' | 'parallel'>,
): LintOptions {
  const { severity, exclude } = configuration.shellcheck;
  const { files, tools, shellcheckEngine: engine, resultCache: cache } = world;
  const disabled = repositoryDisabledCodes(files);
  return {
    configuration,
    only: request.only,
    skip: request.skip,
    baseline,
    shellcheck:
      severity === 'off'
        ? undefined
        : (scripts) =>
            shellcheck(scripts, tools, {
              severity,
              exclude,
              disabled,
              engine,
              cache,
              parallel: () => world.parallel,
            }),
  };
}
