/** Where a fact comes from, and how much it weighs. Rules that stand on `inferred` facts speak softly or not at all. */
export interface Evidence {
  /** `documented`: the vendor publishes it; `observed`: seen in published workflows; `inferred`: concluded. */
  readonly kind: 'documented' | 'observed' | 'inferred';
  /** The public document, repository or count that shows it. */
  readonly from: string;
  /** What other sources say, when they disagree; rules are then quiet about it. */
  readonly disputed?: string;
}

/** The patterns that names of the language must match; `src/facts/tables/name-patterns.ts` holds them. */
export type NamePatternName =
  | 'job-name'
  | 'key'
  | 'environment-variable'
  | 'link-name'
  | 'organization-variable'
  | 'any-name';

/** The sections of a workflow: maps with a closed list of keys. */
export type SectionName =
  | 'workflow'
  | 'trigger'
  | 'execute'
  | 'form-settings'
  | 'wizard'
  | 'wizard-navigation'
  | 'legacy-app'
  | 'required-variables'
  | 'variable-hint'
  | 'configuration'
  | 'session'
  | 'session-name-prompt'
  | 'link'
  | 'job'
  | 'ssh'
  | 'named-environment'
  | 'environment-name'
  | 'compute-target'
  | 'strategy'
  | 'matrix'
  | 'step'
  | 'retry'
  | 'option'
  | 'with-checkout'
  | 'with-scheduler-agent'
  | 'with-wait-for-agent'
  | 'with-cancel-jobs'
  | 'with-update-session'
  | 'target-info';

/**
 * The simplest values. `text` is any scalar but nothing; `nothing` is an empty value; `form` is the map of inputs with
 * its settings.
 */
export type PlainShape =
  | 'text'
  | 'script'
  | 'scalar'
  | 'boolean'
  | 'number'
  | 'whole-number'
  | 'positive-number'
  | 'duration'
  /** `HH:MM:SS` or `D-HH[:MM[:SS]]`. */
  | 'clock-time'
  /** A width in pixels or a share of the form, as `50%`. */
  | 'width'
  /** A regular expression. */
  | 'pattern'
  | 'expression'
  | 'nothing'
  | 'anything'
  | 'form'
  | 'shell-command'
  | 'action-reference';

/** What a key may hold. */
export type ValueShape =
  | PlainShape
  | { readonly section: SectionName }
  | { readonly list: ValueShape; readonly least?: number }
  | { readonly map: ValueShape; readonly names: NamePatternName; readonly least?: number }
  /** The children of an input: inputs by name. */
  | { readonly inputs: 'items' | 'template' | 'options' }
  /** One of these words; what each means, where it says more than the word. */
  | { readonly words: readonly string[]; readonly meanings?: Readonly<Record<string, string>> }
  /** A name that the author gives, as text. */
  | { readonly name: NamePatternName }
  | { readonly either: readonly ValueShape[] };

/** One key of a section or of an input type. */
export interface KeyFact {
  readonly name: string;
  readonly value: ValueShape;
  readonly required?: true;
  /** What the platform does without it, in words. */
  readonly default?: string;
  /** One or two sentences for hovers and the reference. */
  readonly description: string;
  /** Accepted but not to be written any more; what to write instead. */
  readonly retired?: string;
  readonly evidence: Evidence;
}

/** A map with a closed list of keys. */
export interface SectionFact {
  readonly name: SectionName;
  /** With its article, as messages say it: `a step`. */
  readonly words: string;
  readonly keys: readonly KeyFact[];
  /** How many keys it must have. */
  readonly least?: number;
  /** What keys beside the listed ones hold, where authors choose the names. */
  readonly others?: { readonly value: ValueShape; readonly names: NamePatternName };
  readonly evidence: Evidence;
}

/** What an input gives to expressions at run time. */
export type InputYield =
  | 'string'
  | 'number'
  | 'boolean'
  | 'list'
  | 'rows'
  | 'group'
  | 'resource'
  | 'compute-target'
  | 'bucket'
  | 'nothing';

/** One type of an input of the form. */
export interface InputTypeFact {
  readonly name: string;
  readonly description: string;
  readonly yields: InputYield;
  /** Which of the attributes that inputs share it takes. */
  readonly common: 'all' | 'group' | 'header' | 'step';
  /** The key under which its children stand. */
  readonly children?: 'items' | 'template' | 'options';
  readonly keys: readonly KeyFact[];
  /** Tolerated but not in the published list; what to write instead. */
  readonly retired?: string;
  readonly evidence: Evidence;
}

/** An attribute that most input types share. */
export interface CommonAttributeFact extends KeyFact {
  /** Which groups of types take it beside `all`. */
  readonly alsoOf: readonly ('group' | 'header' | 'step')[];
}

/** An output that an action or a called workflow gives. */
export interface OutputFact {
  readonly name: string;
  readonly description: string;
  readonly evidence: Evidence;
}

/** One built-in action, `uses: parallelworks/…`. */
export interface ActionFact {
  readonly name: string;
  readonly description: string;
  /** The section that its `with` must fit. */
  readonly with: SectionName;
  readonly outputs: readonly OutputFact[];
  /** Whether it calls the platform with the run's own key, for which the workflow needs `permissions`. */
  readonly needsPermissions: boolean;
  readonly evidence: Evidence;
}

/** One input of the form of a published workflow. */
export interface CalledInputFact {
  readonly name: string;
  readonly type: string;
  /** Whether a caller may leave it out although it has no default. */
  readonly optional?: true;
  /** The default as written; an expression is kept as text. Absent: none. */
  readonly default?: string | number | boolean;
  /** What runs take for the default where none is published; inferred. */
  readonly assumed?: string;
  /** Whether the form hides it under some condition, or ignores it under one that is not known. */
  readonly conditional?: true;
  /** The condition under which the form ignores it, as written: it is the empty text then, whatever was passed. */
  readonly ignore?: string;
  readonly items?: readonly CalledInputFact[];
}

/** One version of a published workflow that other workflows call. */
export interface CalledWorkflowFact {
  /** The name after `marketplace/`. */
  readonly slug: string;
  readonly version: string;
  readonly description: string;
  readonly inputs: readonly CalledInputFact[];
  readonly outputs: readonly OutputFact[];
  /** Whether every deployment has this very file under the name; elsewhere arguments are not judged. */
  readonly sameEverywhere: boolean;
  /** Whether the script announces itself by job.started and HOSTNAME; `asked`: as the input `inject_markers` says. */
  readonly markers: 'always' | 'never' | 'asked';
  readonly evidence: Evidence;
}

/** A variable that the platform sets for steps and scripts. */
export interface EnvironmentVariableFact {
  readonly name: string;
  readonly description: string;
  /** Where it is set: in steps of jobs, in a scheduled script, in a matrix job, in a retried step, in `pw endpoints run`. */
  readonly where: 'steps' | 'matrix' | 'retry' | 'endpoint' | 'session-runner';
  /** Whether only older guides name it. */
  readonly old?: true;
  readonly evidence: Evidence;
}

/** A command of the platform's command line program. */
export interface PwCommandFact {
  readonly command: string;
  readonly description: string;
  /** Whether it calls the platform with the run's own key, for which the workflow needs `permissions`. */
  readonly needsPermissions: boolean;
  readonly evidence: Evidence;
}

/** An option of `pw endpoints`. */
export interface EndpointOptionFact {
  /** The long name, without dashes. */
  readonly name: string;
  readonly letter?: string;
  readonly takesValue: boolean;
  readonly evidence: Evidence;
}

/** A context of expressions. */
export interface ContextFact {
  readonly name: string;
  readonly description: string;
  /** How a reference continues after the name. */
  readonly form: string;
  readonly where: 'everywhere' | 'jobs' | 'matrix-jobs' | 'same-job' | 'input-definitions' | 'legacy';
  readonly evidence: Evidence;
}

/** A field of the object that a compute resource input gives. */
export interface ResourceFieldFact {
  readonly name: string;
  readonly description: string;
  /** All values it can have, when they are few and known. */
  readonly values?: readonly string[];
  readonly evidence: Evidence;
}

/** A batch scheduler that the platform knows. */
export interface SchedulerFact {
  readonly name: string;
  readonly submit: string;
  readonly cancel: string;
  readonly query: string;
  readonly directive: string;
  readonly evidence: Evidence;
}

/** A key of another system's language that authors write by habit, and what the platform has instead. */
export interface ForeignKeyFact {
  readonly section: SectionName;
  readonly key: string;
  /** What to write instead; `undefined` when there is nothing like it. */
  readonly instead: string | undefined;
  readonly help: string;
  readonly evidence: Evidence;
}

/** A pattern that names must match. */
export interface NamePatternFact {
  readonly name: NamePatternName;
  readonly pattern: string;
  /** The pattern in words, after "may have only" or "must". */
  readonly words: string;
  readonly evidence: Evidence;
}

/** Where a server takes one of its settings from. */
export interface ProgramSettingFact {
  /** Options of its command line, with their dashes. */
  readonly options: readonly string[];
  /** Variables of its environment that do the same. */
  readonly environment?: readonly string[];
}

/** A program that serves: on which address and port it listens unless it is told otherwise. */
export interface ServerProgramFact {
  /** The words that start it: a program, or a program and its subcommand; `-m` is left out where Python runs a module. */
  readonly commands: readonly string[];
  readonly address: ProgramSettingFact & { readonly default: 'loopback' | 'all' };
  /** `alone`: a number, or an address with one, that stands as a word of its own. */
  readonly port: ProgramSettingFact & { readonly default: number; readonly alone?: true };
  /** Other ports that it opens, always the same ones unless it is told otherwise. */
  readonly secondPorts?: readonly (ProgramSettingFact & { readonly default?: number })[];
  /** Options and names of files by which settings come from a file. */
  readonly settings?: readonly string[];
  readonly evidence: Evidence;
}

/** A program, or a word of bash, that starts the command that stands behind it. */
export interface WrapperFact {
  readonly name: string;
  /** Its options whose value is a word of its own. */
  readonly valued?: RegExp;
  /** How many words stand in front of the command beside the options. */
  readonly operands?: number;
  /** Whether the command runs on other nodes or processors, on a display or a bus that is made for it. */
  readonly elsewhere?: true;
  readonly evidence: Evidence;
}

/** A program that leaves the foreground though what it started goes on. */
export interface BackgroundProgramFact {
  /** The words that start it: a program, or a program and its subcommand. */
  readonly command: string;
  /** Options that send it into the background; absent: it goes there by itself. */
  readonly by?: readonly string[];
  /** Words that keep it in the foreground, or with which it starts nothing. */
  readonly unless?: readonly string[];
  readonly evidence: Evidence;
}

/** A service that everybody may use who reaches its port, told by the command line that starts it. */
export interface OpenServiceFact {
  /** The program, as people call it. */
  readonly service: string;
  /** What shows that the command line is about this service. */
  readonly named: RegExp;
  /** The option, or the name itself where there is no authentication unless it is asked for. */
  readonly open: RegExp;
  /** What makes it safe again: a password, a token, the loopback address. */
  readonly closed: RegExp;
  /** What must be written for the service to listen to other machines; absent when it does by itself. */
  readonly exposed?: RegExp;
  /** What must be written to be sure of it, where the default differs among distributions. */
  readonly surelyExposed?: RegExp;
  readonly evidence: Evidence;
}

/** A program that clusters have, by all its names. */
export interface SiteProgramFact {
  readonly names: readonly string[];
  /** Files that make it known to a shell, as patterns of their paths. */
  readonly startUp?: readonly string[] | undefined;
  /** What it says where it is installed and cannot be used, as patterns. */
  readonly unusable?: readonly string[] | undefined;
  /** Python modules that come with it. */
  readonly modules?: readonly string[] | undefined;
  /** What to do where it is missing and cannot be installed or stood in for as a program can. */
  readonly remedy?: string | undefined;
  readonly evidence: Evidence;
}
