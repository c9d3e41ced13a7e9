import type { Finding } from '../../diagnostics/finding.ts';
import type { YamlComment, YamlNode } from './tree.ts';

/** A YAML file as read: what could be read of it, and what is wrong with it. */
export interface ParsedYaml {
  /** The first document; `undefined` when it is empty or nothing could be read. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  /** In our words, in order: at most one error of syntax, then doubled keys, further documents and the like. */
  readonly faults: readonly Finding[];
  /** Whether an error of syntax was met, so that `root` may not be what was meant. */
  readonly broken: boolean;
}
