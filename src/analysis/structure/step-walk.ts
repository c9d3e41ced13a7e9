import { sectionNamed } from '../../facts/sections.ts';
import { actions } from '../../facts/tables/actions.ts';
import { pairOf, type YamlMap, type YamlPair } from '../../syntax/yaml/tree.ts';
import { helpToAdd } from './help-to-add.ts';
import { keyName } from './key-name.ts';
import { andList } from './shape-words.ts';
import { type Slot, type StructureWalk, slotOf } from './walk.ts';

/** What holds between the keys of a step. */
export function walkStep(node: YamlMap, slot: Slot, meant: ReadonlySet<string>, walk: StructureWalk): void {
  const run = pairOf(node, 'run');
  const uses = pairOf(node, 'uses');
  const arguments_ = pairOf(node, 'with');
  const shell = pairOf(node, 'shell');
  if (run !== undefined && uses !== undefined) {
    walk.report('run-and-uses', {
      message: 'a step has either "run" or "uses", this one has both',
      at: (run.span.start > uses.span.start ? run : uses).key.span,
      related: [{ span: (run.span.start > uses.span.start ? uses : run).key.span, text: 'the other one' }],
      help: 'make two steps of it',
    });
  }
  if (run === undefined && uses === undefined && !meant.has('run') && !meant.has('uses')) {
    walk.report('neither-run-nor-uses', {
      message: 'a step needs "run" or "uses", this one has neither',
      at: node.pairs[0]?.key.span ?? slot.at,
      help: 'write the commands under "run", or name an action under "uses"',
    });
  }
  if (run !== undefined && uses === undefined && arguments_ !== undefined && !meant.has('uses')) {
    walk.report('with-without-uses', {
      message: '"with" belongs to "uses", this step has "run"',
      at: arguments_.key.span,
      help: 'pass values to a script through "env"',
    });
  }
  if (uses !== undefined && run === undefined && shell !== undefined) {
    walk.report('shell-without-run', {
      message: '"shell" belongs to "run", this step has "uses"',
      at: shell.key.span,
      help: 'remove it: an action or workflow that is called runs no script of this step',
    });
  }
  if (uses !== undefined) walkArguments(node, uses, arguments_, walk);
}

/** Checks `with` of a built-in action against the action; of anything else only that it is a map. */
function walkArguments(
  node: YamlMap,
  uses: YamlPair,
  arguments_: YamlPair | undefined,
  walk: StructureWalk,
): void {
  const text = uses.value?.kind === 'scalar' ? uses.value.text.text : undefined;
  const action = actions.find((candidate) => candidate.name === text);
  if (action === undefined) {
    if (arguments_ !== undefined) {
      const any = { either: [{ map: 'anything', names: 'any-name' }, 'nothing'] } as const;
      walk.value(slotOf(arguments_), any);
    }
    return;
  }
  const required = sectionNamed(action.with).keys.filter((key) => key.required);
  // of an empty "with" it is more use to know what is missing
  if (arguments_ !== undefined && (arguments_.value !== undefined || required.length === 0)) {
    walk.value(slotOf(arguments_), { section: action.with });
    return;
  }
  if (required.length === 0) return;
  // a map under a key that steps do not have is most likely the arguments; that key is reported
  const known = sectionNamed('step').keys.map((key) => key.name);
  if (node.pairs.some((pair) => pair.value?.kind === 'map' && !known.includes(keyName(pair)))) return;
  walk.report('missing-with', {
    message: `"${action.name}" needs ${andList(required.map((key) => `"${key.name}"`))} under "with"`,
    at: uses.value?.span ?? uses.key.span,
    help: helpToAdd(required),
  });
}

/** What holds between the keys of a job. */
export function checkJob(node: YamlMap, walk: StructureWalk): void {
  const ssh = pairOf(node, 'ssh');
  const runsOn = pairOf(node, 'runs-on');
  if (ssh === undefined || runsOn === undefined) return;
  walk.report('ssh-and-runs-on', {
    message: 'a job has either "ssh" or "runs-on", this one has both',
    at: runsOn.key.span,
    related: [{ span: ssh.key.span, text: 'the other one' }],
    help: 'keep "ssh" to run on a login node, "runs-on" to run as a scheduler job',
  });
}
