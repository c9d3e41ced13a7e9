import { filesOtherThanAtHead } from '../app/changes/files-other-than-at-head.ts';
import { check } from '../app/check.ts';
import { findingDelta } from '../app/finding-delta.ts';
import { type GateRequest, gate } from '../app/gate/gate.ts';
import { mergeReports, renderSourceOf } from '../app/merge.ts';
import type { CheckRequest } from '../app/request.ts';
import type { SignalSource } from '../app/signal-source.ts';
import type { Watcher, World } from '../app/world.ts';
import { nodeWorld, type WorldOptions } from '../host/node-world.ts';
import { type MachineProvenance, machineProvenance } from '../host/provenance.ts';
import { sourceLines } from '../report/document/document-of.ts';
import { pathsIn } from '../report/document/paths-in.ts';
import type { FailOn } from '../report/document/verdict.ts';
import { runTitle } from '../report/document/words.ts';
import type { FindingDelta } from '../report/github/comment.ts';
import { type RenderSource, renderSource } from '../report/render.ts';
import { eventWords } from '../report/terminal/event-words.ts';
import { filePath } from '../source/span.ts';
import type { ActionSettings } from './settings.ts';

/** What is to be found out; plain data, because it goes to another process. */
export interface Order {
  readonly command: ActionSettings['command'];
  readonly request: CheckRequest;
  /** What the release gate is asked. */
  readonly gate: Omit<GateRequest, 'report'>;
  /** The reports to merge. */
  readonly reports: readonly string[];
  /** The repository's top folder and the folder that paths of the request begin at, absolute. */
  readonly root: string;
  readonly currentFolder: string;
  readonly world: WorldOptions;
  /** The revision that findings are compared with; absent: they are not compared. */
  readonly since: string | undefined;
  /** The head of the pull request, when it matters which files are otherwise there. */
  readonly headSha: string | undefined;
  /** What says where a report comes from; absent: nobody wants to know. */
  readonly environment: Readonly<Record<string, string | undefined>> | undefined;
}

/** What was found out, plain data too; or why nothing was. */
export type Found =
  | (Omit<RenderSource, 'lines'> & {
      readonly kind: 'found';
      /** The texts that the report points into, by path. */
      readonly texts: ReadonlyMap<string, string>;
      readonly failOn: FailOn;
      readonly delta: FindingDelta | undefined;
      readonly otherAtHead: ReadonlySet<string>;
      readonly provenance: MachineProvenance | undefined;
    })
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'interrupted' };

/** Finds out, here or in a process of its own, and says meanwhile what happens. */
export type FindOut = (
  order: Order,
  say: (sentence: string) => void,
  interruption: SignalSource,
) => Promise<Found>;

/** Finds out in this process everything that needs a program to be started, so that publishing starts none. */
export const findOut: FindOut = async (order, say, interruption) => {
  const world = nodeWorld(order.root, order.currentFolder, order.world);
  const judged = await judge(order, world, say, interruption);
  if (judged.kind === 'refused') return judged;
  const { document, rules, graphs, lines } = judged.source;
  const texts = pathsIn(document).flatMap((path): readonly (readonly [string, string])[] => {
    const text = lines(path)?.text;
    return text === undefined ? [] : [[path, text]];
  });
  return {
    kind: 'found',
    document,
    rules,
    graphs,
    texts: new Map(texts),
    failOn: judged.failOn,
    delta: order.since === undefined ? undefined : await judged.delta(order.since),
    otherAtHead:
      order.headSha === undefined ? new Set<string>() : await filesOtherThanAtHead(world, order.headSha),
    provenance:
      order.environment === undefined ? undefined : machineProvenance(order.root, order.environment),
  };
};

/** What every format is made from, of what was found. */
export function sourceFound(found: Extract<Found, { readonly kind: 'found' }>): RenderSource {
  const files = [...found.texts].map(([path, text]) => [path, { path: filePath(path), text }] as const);
  const { document, rules, graphs } = found;
  return { document, rules, graphs, lines: sourceLines(new Map(files)) };
}

type Judged =
  | {
      readonly kind: 'judged';
      readonly source: RenderSource;
      readonly failOn: FailOn;
      readonly delta: (since: string) => Promise<FindingDelta | undefined>;
    }
  | { readonly kind: 'refused'; readonly message: string };

async function judge(
  order: Order,
  world: World,
  say: (sentence: string) => void,
  interruption: SignalSource,
): Promise<Judged> {
  const { request } = order;
  const watcher: Watcher = {
    say,
    watch(event) {
      const words = eventWords(event);
      if (words !== undefined) say(`${event.workflow} (${runTitle(event)}): ${words}`);
    },
  };
  if (order.command === 'gate') {
    const judged = await gate({ ...order.gate, report: undefined }, request, world, watcher, interruption);
    if (judged.kind === 'refused') return judged;
    return { kind: 'judged', source: judged.source, failOn: 'warning', delta: async () => undefined };
  }
  if (order.command === 'merge') {
    const merged = mergeReports(order.reports, world);
    if (merged.kind === 'refused') return merged;
    const source = renderSourceOf(merged.document, world);
    return { kind: 'judged', source, failOn: request.failOn ?? 'error', delta: async () => undefined };
  }
  const result = await check(request, world, watcher, interruption);
  if (result.kind === 'refused') return result;
  return {
    kind: 'judged',
    source: renderSource(result.report),
    failOn: result.failOn,
    delta: (since) => findingDelta(result.report, since, request, world),
  };
}
