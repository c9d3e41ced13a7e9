import { shellQuoted } from '../../base/shell-quoted.ts';
import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import { runKey } from '../endpoint/front.ts';
import { joinPath } from './paths.ts';
import { proxySettings } from './proxy-settings.ts';

/** The number of the job that each run is. */
export const jobNumber = '00001';

/** Folders and names of a run. */
interface RunPlaces {
  readonly directory: string;
  readonly commands: string;
  readonly home: string;
  readonly jobDirectory: string;
  readonly slug: string;
  /** The host of the platform, with its port. */
  readonly platform: string;
}

/** The variables that a login on the resource and the platform give to every script. */
export function runEnvironment(
  plan: RunPlan,
  machine: RunPorts['machine'],
  { directory, commands, home, jobDirectory, slug, platform }: RunPlaces,
): Readonly<Record<string, string>> {
  return {
    ...machine.passedOn,
    ...proxySettings(machine),
    LANG: machine.passedOn['LANG'] ?? 'C.UTF-8',
    PATH: [commands, ...machine.programPath].join(':'),
    HOME: home,
    USER: machine.user,
    LOGNAME: machine.user,
    SHELL: '/bin/bash',
    TMPDIR: joinPath(directory, 'tmp'),
    PW_USER: plan.resource.user,
    PW_PLATFORM_HOST: platform,
    PW_API_KEY: runKey,
    PW_WORKFLOW_NAME: plan.name,
    PW_JOB_NUMBER: jobNumber,
    PW_JOB_NUM: jobNumber,
    PW_RUN_ID: slug,
    PW_RUN_SLUG: slug,
    PW_JOB_ID: slug,
    PW_PARENT_JOB_DIR: jobDirectory,
  };
}

const identifier = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');

/** `export group_item='…'`, one line for each value. */
export function inputsScript(plan: Pick<RunPlan, 'passed'>): string {
  return plan.passed.map(({ name, value }) => `export ${identifier(name)}=${shellQuoted(value)}\n`).join('');
}

/** The inputs as variables of scripts: `PW_INPUT_GROUP_ITEM`. */
export function inputVariables(plan: RunPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    plan.passed.map(({ name, value }) => [`PW_INPUT_${identifier(name).toUpperCase()}`, value]),
  );
}
