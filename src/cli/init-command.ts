import { dirname, join } from 'node:path';
import { countsByRule, lookForAdoption } from '../app/adoption/adopt.ts';
import { adoptionFiles, unknownAction } from '../app/adoption/adoption-files.ts';
import { actionShape, programOrigin } from '../app/adoption/program-origin.ts';
import { usualBaseline } from '../app/baseline.ts';
import { given, last } from '../app/request.ts';
import type { World } from '../app/world.ts';
import { plural } from '../base/plural.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import { nodeWorld } from '../host/node-world.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { packageFile } from './package-file.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `init`: writes what adopting takes; what is there is touched with `--force` alone. */
export async function initCommand({ options }: CommandLine, streams: Streams): Promise<number> {
  const located = locateOperands([]);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const { root } = located;
  const world = nodeWorld(root, process.cwd());
  const named = last(options.action);
  if (named !== undefined && !actionShape.test(named)) {
    return refuse(streams, `--action does not take "${named}": expected OWNER/REPO@REF`);
  }
  const action = named ?? (await ownOrigin(world));
  const adoption = await lookForAdoption(world);
  if (adoption.kind === 'refused') return refuse(streams, adoption.message);
  const dry = given(options['dry-run']);
  const written: string[] = [];
  const files = adoptionFiles({
    action: action ?? unknownAction,
    globs: adoption.globs,
    known: adoption.findings,
    comments: given(options.comments) ? 'wanted' : 'unwanted',
  });
  for (const { path, text } of files) {
    if (kindOfPath(join(root, path)) !== 'missing' && !given(options.force)) {
      streams.talk(`${path} is there already and stays as it is (--force writes it anew)\n`);
      continue;
    }
    if (!dry) writeWhole(join(root, path), text);
    written.push(path);
    streams.print(`${path}\n`);
  }
  const say = (line: string): void => streams.talk(`${visible(line)}\n`);
  if (dry) say('nothing was written: this is a dry run');
  if (adoption.workflows === 0) {
    say('there is no workflow yet, and until there is one the check fails: "new NAME" makes one');
  } else say(`${plural(adoption.workflows, 'workflow')} found: ${adoption.globs.join(', ')}`);
  if (written.includes(usualBaseline)) for (const line of hidden(adoption.findings)) say(line);
  if (action === undefined) {
    say(
      `nothing says where this program came from: put the repository and version in the place of "${unknownAction}", or call init with --force --action OWNER/REPO@REF`,
    );
  } else say(`CI will use ${action}`);
  if (!dry && written.length > 0) {
    for (const line of [
      'next:',
      `  git add ${written.join(' ')}`,
      '  git commit -m "Check the workflows"',
      '  pw-workflow-check check',
      '  git push',
    ])
      say(line);
  }
  return 0;
}

/** Where this program came from. The action stands at the top of its package, as no other file of the bundle does. */
async function ownOrigin(world: World): Promise<string | undefined> {
  const path = packageFile('action.yml');
  return path === undefined ? undefined : programOrigin(dirname(path), world);
}

/** What the baseline keeps from being reported. */
function hidden(findings: readonly Diagnostic[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = countsByRule(findings).map(
    ({ rule, severity, count }) => `${String(count).padStart(6)}  ${severity.padEnd(7)}  ${rule}`,
  );
  return [
    `${plural(findings.length, 'finding')} in the baseline, not reported until the line changes:`,
    ...rows,
  ];
}
