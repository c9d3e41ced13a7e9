import type { Configuration } from '../lint/configuration.ts';
import type { LintOptions } from '../lint/lint.ts';
import { shellcheck } from '../lint/shellcheck.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** How a request wants a workspace to be linted, ShellCheck included unless the configuration turns it off. */
export function lintOptions(
  request: Pick<CheckRequest, 'only' | 'skip'>,
  configuration: Configuration,
  baseline: ReadonlySet<string>,
  world: Pick<World, 'tools' | 'shellcheckEngine' | 'resultCache' | 'parallel'>,
): LintOptions {
  const { severity, exclude } = configuration.shellcheck;
  const { tools, shellcheckEngine: engine, resultCache: cache, parallel } = world;
  return {
    configuration,
    only: request.only,
    skip: request.skip,
    baseline,
    shellcheck:
      severity === 'off'
        ? undefined
        : (scripts) => shellcheck(scripts, tools, { severity, exclude, engine, cache, parallel }),
  };
}
