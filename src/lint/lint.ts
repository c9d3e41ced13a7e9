import { type AnalysisContext, analysisContext } from '../analysis/analysis.ts';
import { startScript } from '../analysis/contract/start-script.ts';
import { sentenceOf } from '../diagnostics/fault-trace.ts';
import type { Diagnostic, Finding, Severity } from '../diagnostics/finding.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';
import type { Script } from '../model/script.ts';
import type { Workspace } from '../model/workflow.ts';
import { rules as allRules } from '../rules/index.generated.ts';
import type { AnyRule } from '../rules/rule.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RunRecord } from '../trace/run-record.ts';
import { askRules, type RuleFinding } from './ask-rules.ts';
import { type Configuration, usualConfiguration } from './configuration/configuration.ts';
import { type LevelOptions, levels, shortName } from './configuration/levels.ts';
import { filterFindings } from './filter-findings.ts';
import type { LintResult } from './lint-result.ts';
import { reachedScripts } from './reached-scripts.ts';
import { withoutOverlap } from './shellcheck/overlap.ts';
import { isUnheeded } from './shellcheck/unheeded-codes.ts';
import { type OwnedScript, runSubjects, type SubjectGroup, scriptsOf, subjectGroups } from './subjects.ts';
import { withWrittenScripts } from './with-written-scripts.ts';

/** How to lint; everything may be absent. */
export interface LintOptions {
  /** The rules to choose from; absent: all. */
  readonly rules?: readonly AnyRule[] | undefined;
  readonly configuration?: Configuration | undefined;
  /** Only these rules, pedantic ones included; empty or absent: all. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  /** Fingerprints of what is known already and not told again. */
  readonly baseline?: ReadonlySet<string> | undefined;
  /** Is told what is looked at now, and how much of the whole is behind: `workflow 12 of 130`. */
  readonly progress?: ((step: LintStep) => void) | undefined;
  /** Asks ShellCheck; absent: nobody is asked. */
  readonly shellcheck?: AskShellcheck | undefined;
}

/** What a lint is about to do. */
export type LintStep =
  | { readonly kind: 'workflow'; readonly name: string; readonly index: number; readonly count: number }
  | { readonly kind: 'shellcheck'; readonly scripts: number };

/** Asks ShellCheck about scripts. Its findings name their rule themselves, as `shellcheck/SC2086`. */
export type AskShellcheck = (scripts: readonly Script[]) => Promise<{
  readonly findings: readonly (Finding & {
    readonly rule: string;
    readonly severity: Severity;
    readonly url?: string | undefined;
  })[];
  readonly remarks: readonly string[];
}>;

/** Asks every rule about a workspace. Never rejects for what stands in it. */
export async function lintWorkspace(workspace: Workspace, options: LintOptions = {}): Promise<LintResult> {
  const asked = chosenRules(options).filter((rule) => rule.on !== 'run');
  const context = analysisContext(workspace);
  const scripts = scriptsOf(workspace, [
    ...startScriptsElsewhere(workspace, context),
    ...reachedScripts(workspace),
  ]);
  const all: OwnedScript[] = [];
  const groups = subjectGroups(workspace, scripts, (some) => {
    const more = withWrittenScripts(some, context);
    all.push(...more);
    return more;
  });
  const answers = askRules(asked, announced(groups, workspace.workflows.length, options), context);
  if (options.shellcheck !== undefined) options.progress?.({ kind: 'shellcheck', scripts: all.length });
  const checked = await askShellcheck(all, options);
  const said = [...answers.said, ...withoutOverlap(answers.said, checked.said)];
  return {
    ...filtered(said, workspace, options, {
      asked,
      shellcheck: options.shellcheck !== undefined && checked.faults.length === 0,
    }),
    faults: [...answers.faults, ...checked.faults],
    remarks: checked.remarks,
  };
}

/** The start scripts that do not lie beside their workflow. */
function startScriptsElsewhere(workspace: Workspace, context: AnalysisContext): readonly OwnedScript[] {
  return workspace.workflows.flatMap((file) => {
    const script = context.ask(startScript, file)?.script;
    return script === undefined || file.scripts.includes(script) ? [] : [{ script, file }];
  });
}

/** The groups as they are, each announced before it is looked at. */
function* announced(
  groups: Iterable<SubjectGroup>,
  count: number,
  { progress }: LintOptions,
): Generator<SubjectGroup> {
  let index = 0;
  for (const group of groups) {
    if (group.file !== undefined)
      progress?.({ kind: 'workflow', name: group.file.name, index: ++index, count });
    yield group;
  }
}

/** Asks the rules of the group `run` about what runs were seen to do. */
export function lintRuns(
  records: readonly RunRecord[],
  workspace: Workspace,
  options: LintOptions = {},
): LintResult {
  const asked = chosenRules(options).filter((rule) => rule.on === 'run');
  const groups = workspace.workflows.map((file) => {
    const own = records.filter((record) => record.path === file.source.path);
    return runSubjects(
      file,
      own.map((record) => ({ record, file })),
    );
  });
  const answers = askRules(asked, groups, analysisContext(workspace));
  return {
    ...filtered(answers.said, workspace, options, { asked, shellcheck: false }),
    faults: answers.faults,
    remarks: [],
  };
}

function chosenRules(options: LintOptions): readonly AnyRule[] {
  const { isAsked } = levels(levelOptions(options));
  return (options.rules ?? allRules).filter((rule) => isAsked(rule.meta.id));
}

function levelOptions(options: LintOptions): LevelOptions {
  const configuration = options.configuration ?? usualConfiguration;
  const pedantic = (options.rules ?? allRules).filter((rule) => rule.meta.tier === 'pedantic');
  const quiet = new Set(pedantic.map((rule) => rule.meta.id));
  const everyCode = configuration.shellcheck.profile === 'all';
  return {
    configuration,
    only: options.only ?? [],
    skip: options.skip ?? [],
    isQuiet: (rule) => quiet.has(rule) || (!everyCode && isUnheededCode(rule)),
  };
}

interface CheckedScripts {
  readonly said: readonly RuleFinding[];
  readonly faults: readonly ToolFault[];
  readonly remarks: readonly string[];
}

async function askShellcheck(scripts: readonly OwnedScript[], options: LintOptions): Promise<CheckedScripts> {
  if (options.shellcheck === undefined) return { said: [], faults: [], remarks: [] };
  const owners = new Map<string, string>();
  for (const { script, file } of scripts) {
    if (file !== undefined && !owners.has(script.path)) owners.set(script.path, file.name);
  }
  try {
    const { findings, remarks } = await options.shellcheck(scripts.map(({ script }) => script));
    const said = findings.map((finding) => ({ ...finding, workflow: owners.get(finding.at.file) }));
    return { said, faults: [], remarks };
  } catch (cause) {
    return {
      said: [],
      faults: [{ kind: 'internal', message: `ShellCheck failed: ${sentenceOf(cause)}`, cause }],
      remarks: [],
    };
  }
}

function filtered(
  said: readonly RuleFinding[],
  workspace: Workspace,
  options: LintOptions,
  done: { readonly asked: readonly AnyRule[]; readonly shellcheck: boolean },
): Pick<LintResult, 'diagnostics' | 'allowed' | 'known'> {
  const asked = new Set(done.asked.map((rule) => rule.meta.id));
  const { diagnostics, allowed, known } = filterFindings(said, {
    levels: levels(levelOptions(options)),
    texts: textsOf(workspace, said),
    knownRules: new Set((options.rules ?? allRules).map((rule) => rule.meta.id)),
    wasAsked: (rule) => asked.has(rule) || (done.shellcheck && isHeeded(rule)),
    baseline: options.baseline ?? new Set(),
  });
  const isTold = tellsOf(workspace);
  return {
    diagnostics: diagnostics.filter(isTold),
    allowed: allowed.filter((one) => isTold(one.diagnostic)),
    known: known.filter(isTold),
  };
}

/** Whether a code of ShellCheck is one that is shown to everybody: a comment that allows another is no mistake. */
function isHeeded(rule: string): boolean {
  return codeOf(rule) !== undefined && !isUnheededCode(rule);
}

function isUnheededCode(rule: string): boolean {
  const code = codeOf(rule);
  return code !== undefined && isUnheeded(code);
}

/** The number of a code of ShellCheck; `undefined` for our own rules. */
function codeOf(rule: string): number | undefined {
  const digits = /^SC(\d{4})$/.exec(shortName(rule))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a finding is asked for: of a workflow that was opened for the sake of a script, those in the script alone. */
function tellsOf({ focus, workflows }: Workspace): (diagnostic: Diagnostic) => boolean {
  if (focus === undefined) return () => true;
  const consulted = new Set(
    workflows.filter((file) => focus.consulted.has(file.source.path)).map((file) => file.name),
  );
  return ({ at, workflow }) =>
    focus.scripts.has(at.file) || (workflow !== undefined && !consulted.has(workflow));
}

/** The texts of all files that are looked at, or that something was said about. */
function textsOf(workspace: Workspace, said: readonly RuleFinding[]): ReadonlyMap<string, SourceFile> {
  const texts = new Map<string, SourceFile>();
  for (const { source, scripts } of workspace.workflows) {
    texts.set(source.path, source);
    for (const script of scripts) texts.set(script.path, script.source ?? source);
  }
  for (const script of workspace.loneScripts) {
    if (script.source !== undefined) texts.set(script.path, script.source);
  }
  for (const { at } of said) {
    if (texts.has(at.file)) continue;
    const content = workspace.files.read(at.file);
    if (content.kind === 'text') texts.set(at.file, { path: at.file, text: content.text });
  }
  return texts;
}
