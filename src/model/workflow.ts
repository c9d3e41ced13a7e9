import type { Finding } from '../diagnostics/finding.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { FilePath, Span } from '../source/span.ts';
import type { YamlComment, YamlMap, YamlNode, YamlPair } from '../syntax/yaml/tree.ts';
import type { Script } from './script.ts';
import type { WrittenExpression } from './written-expression.ts';

/** A value and where it is written. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

/** A repository with the workflows that were selected in it. */
export interface Workspace {
  readonly files: RepositoryFiles;
  readonly workflows: readonly WorkflowFile[];
  /** Scripts that were named as arguments and that no workflow of the repository has beside it. */
  readonly loneScripts: readonly Script[];
  /**
   * Every workflow that was selected, by its path, with its name: also those of other parts, which are not read. Absent:
   * `workflows` are all.
   */
  readonly all?: ReadonlyMap<FilePath, string> | undefined;
  /** Where scripts were named alone: what to tell of them; absent: everything that is found. */
  readonly focus?: Focus | undefined;
}

/** Scripts that were named alone, and the workflows that were opened for their sake and are not to be told about. */
export interface Focus {
  readonly consulted: ReadonlySet<FilePath>;
  readonly scripts: ReadonlySet<FilePath>;
}

/** A workflow file with the scripts beside it. */
export interface WorkflowFile {
  readonly source: SourceFile;
  /**
   * The folder's name, or the file's name without its ending when it is not called `workflow.yaml`; with folders before
   * it where several files that were selected together have the same.
   */
  readonly name: string;
  readonly directory: FilePath;
  /** `undefined` only when nothing could be read. */
  readonly tree: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  /** What the YAML parser found wrong: findings, never exceptions. */
  readonly faults: readonly Finding[];
  /** `undefined` when the document is not a map. */
  readonly workflow: Workflow | undefined;
  /** `start.sh` and `setup.sh` beside it. */
  readonly scripts: readonly Script[];
}

/** A workflow, read tolerantly: what has the wrong shape is left out here and stays in `root` for the rules. */
export interface Workflow {
  readonly path: FilePath;
  readonly root: YamlMap;
  readonly env: readonly YamlPair[];
  readonly sessions: readonly Session[];
  readonly form: Form;
  readonly jobs: readonly Job[];
  /** Every expression of the file in order, those inside `run:` blocks included. */
  readonly expressions: readonly ExpressionSite[];
  /** Every `run:` and `cleanup:` block in order. */
  readonly scripts: readonly Script[];
}

/** One entry of `sessions`. */
export interface Session {
  readonly name: Spanned<string>;
  readonly pair: YamlPair;
}

/** `on.execute.inputs`. */
export interface Form {
  /** The map of inputs; `undefined` when the workflow has none. */
  readonly node: YamlMap | undefined;
  readonly meta: YamlMap | undefined;
  readonly inputs: readonly InputField[];
  /** Those and all inside them, parents before their children. */
  readonly all: readonly InputField[];
}

/** One input of the form, at any depth. */
export interface InputField {
  readonly name: Spanned<string>;
  /** The names from the top of the form, this one included, as the form is written. */
  readonly path: readonly string[];
  /** The names by which expressions read it: `flatten` groups and wizard pages are left out. */
  readonly reference: readonly string[];
  readonly type: Spanned<string> | undefined;
  readonly node: YamlMap | undefined;
  readonly pair: YamlPair;
  /** Children: the items of a group, the template of a list, the options of a wizard page. */
  readonly items: readonly InputField[];
  readonly parent: InputField | undefined;
}

/** One job. */
export interface Job {
  readonly id: Spanned<string>;
  readonly pair: YamlPair;
  readonly node: YamlMap | undefined;
  /** The names in `needs`, `:any` left off. */
  readonly needs: readonly (Spanned<string> & { readonly any: boolean })[];
  readonly steps: readonly Step[];
}

/** One step; `kind` is `none` when it has neither `run` nor `uses`. */
export interface Step {
  readonly kind: 'run' | 'uses' | 'none';
  readonly index: number;
  readonly node: YamlMap;
  readonly id: Spanned<string> | undefined;
  readonly name: Spanned<string> | undefined;
  readonly uses: Spanned<string> | undefined;
  readonly with: YamlMap | undefined;
  readonly run: Script | undefined;
  readonly cleanup: Script | undefined;
}

/** Where an expression stands; decides which contexts it may read. */
export type ExpressionPlace =
  | { readonly kind: 'input'; readonly input: InputField; readonly attribute: string }
  | { readonly kind: 'workflow'; readonly key: string }
  | { readonly kind: 'job'; readonly job: Job; readonly key: string }
  | { readonly kind: 'step'; readonly job: Job; readonly step: Step; readonly key: string };

/** One `${{ … }}` of a workflow and its place in it. */
export interface ExpressionSite extends WrittenExpression {
  readonly place: ExpressionPlace;
  /** The keys that lead to the scalar from the top of the file, sequence items as numbers. */
  readonly path: readonly (string | number)[];
}
