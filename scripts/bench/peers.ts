import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem, version } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../bundle.ts';
import { sampleGithubWorkflow } from '../sample-github-workflow.ts';
import { writeSampleRepository } from '../sample-repository.ts';
import { median } from './median.ts';
import { installPeers, peerVersions } from './peer-tools.ts';
import { type PeerFigures, performanceChart, performancePage } from './performance-page.ts';
import type { BenchLine, BenchSection } from './section.ts';

const singleRounds = 15;
const repositoryRounds = 5;
/** How many workflows the repository has: more than any that is known. */
const workflows = 130;
/** The largest workflow that comes with the project; a user may name another as `PWC_BENCH_WORKFLOW`. */
const ownExample = 'examples/workflows/status-board/workflow.yaml';

/** Whole processes of this tool and its peers in turns on this machine; writes `docs/performance.md` and its chart. */
export const section: BenchSection = {
  name: 'peers: whole processes, without ShellCheck',
  async measure(): Promise<readonly BenchLine[]> {
    const load = (loadavg()[0] ?? 0) / availableParallelism();
    const peers = installPeers();
    const scratch = mkdtempSync(join(tmpdir(), 'pwc-peers-'));
    try {
      // Outside of the project, as it is installed: without the packages that its development brings.
      await bundle(join(scratch, 'dist'));
      const own = [process.execPath, join(scratch, 'dist/cli/index.js')];
      const environment = { HOME: scratch, PATH: mkdir(join(scratch, 'no-programs')) };
      const timed = (folder: string, commands: Readonly<Record<string, readonly string[]>>, rounds: number) =>
        inTurns(commands, rounds, folder, environment);

      const single = join(scratch, 'single');
      const text = readFileSync(process.env['PWC_BENCH_WORKFLOW'] ?? ownExample, 'utf8');
      write(join(single, 'workflow.yaml'), text);
      const cold = timed(
        single,
        { own: [...own, 'lint', 'workflow.yaml'], yamllint: [peers.yamllint, 'workflow.yaml'] },
        singleRounds,
      );

      const repository = join(scratch, 'repository');
      const { yaml, scripts } = writeSampleRepository(repository, workflows);
      const whole = timed(
        repository,
        { own: [...own, 'lint', '.'], yamllint: [peers.yamllint, 'workflows'] },
        repositoryRounds,
      );

      const github = join(scratch, 'github');
      const githubBytes = writeGithubWorkflows(github, yaml / workflows);
      const files = Array.from({ length: workflows }, (_, seed) => `.github/workflows/w${seed}.yaml`);
      const compiled = timed(
        github,
        {
          actionlint: [peers.actionlint, '-shellcheck=', '-pyflakes=', ...files],
          zizmor: [peers.zizmor, '--offline', '--no-progress', '--quiet', '.'],
        },
        repositoryRounds,
      );

      const figures: PeerFigures = {
        date: new Date().toISOString().slice(0, 10),
        machine: machineClass(),
        load,
        versions: peerVersions,
        single: { bytes: text.length, ownMs: cold['own'] ?? 0, yamllintMs: cold['yamllint'] ?? 0 },
        repository: {
          workflows,
          yamlBytes: yaml,
          scriptBytes: scripts,
          ownMs: whole['own'] ?? 0,
          yamllintMs: whole['yamllint'] ?? 0,
        },
        github: {
          bytes: githubBytes,
          actionlintMs: compiled['actionlint'] ?? 0,
          zizmorMs: compiled['zizmor'] ?? 0,
        },
      };
      writeFileSync('docs/performance.md', performancePage(figures));
      writeFileSync('docs/performance.svg', performanceChart(figures));
      return linesOf(figures);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

/** The median of the milliseconds that each command takes, all of them run in every round. */
function inTurns(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, [program = '', ...words]] of Object.entries(commands)) {
      const begin = performance.now();
      const { error, signal, status, stderr } = spawnSync(program, words, {
        cwd,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      times.get(name)?.push(performance.now() - begin);
      // Findings are no failure; zizmor says with 11 to 14 how grave the worst is.
      if (
        error !== undefined ||
        signal !== null ||
        status === null ||
        ![0, 1, 11, 12, 13, 14].includes(status)
      )
        throw new Error(`${name} ended with ${signal ?? status ?? error}: ${stderr}`);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}

function writeGithubWorkflows(root: string, bytesEach: number): number {
  let bytes = 0;
  for (let seed = 0; seed < workflows; seed++)
    bytes += write(join(root, `.github/workflows/w${seed}.yaml`), sampleGithubWorkflow(bytesEach, seed));
  // Both tools look for the top of a repository.
  mkdir(join(root, '.git'));
  return bytes;
}

function write(path: string, text: string): number {
  mkdir(dirname(path));
  writeFileSync(path, text);
  return Buffer.byteLength(text);
}

function mkdir(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What the figures depend on, without a name of the machine. */
function machineClass(): string {
  const model = cpus()[0]
    ?.model.replace(/\((R|TM)\)|\s+@.*|CPU|Processor/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const kernel = version().split(' ')[0]?.replace(/^#.*/, '') || process.platform;
  return `${availableParallelism()} cores of ${model || process.arch}, ${gibibytes} GiB, ${kernel}, Node ${process.versions.node}`;
}

function linesOf({ single, repository, github }: PeerFigures): readonly BenchLine[] {
  const rate = (bytes: number, ms: number): number => bytes / 1024 / ms;
  const own = rate(repository.yamlBytes + repository.scriptBytes, repository.ownMs);
  return [
    { what: `yamllint, one workflow of ${single.bytes} bytes`, value: single.yamllintMs, unit: 'ms' },
    { what: 'this tool on it', value: single.ownMs, unit: 'ms' },
    { what: 'against yamllint', value: single.ownMs / single.yamllintMs, unit: 'x', target: 1 },
    { what: `yamllint, the YAML of ${workflows} workflows`, value: repository.yamllintMs, unit: 'ms' },
    { what: 'this tool on them and their scripts', value: repository.ownMs, unit: 'ms' },
    { what: 'against yamllint', value: repository.ownMs / repository.yamllintMs, unit: 'x', target: 1.3 },
    { what: 'this tool, bytes of YAML and scripts', value: own, unit: 'KiB/ms' },
    { what: 'actionlint, GitHub workflows', value: rate(github.bytes, github.actionlintMs), unit: 'KiB/ms' },
    { what: 'zizmor, GitHub workflows', value: rate(github.bytes, github.zizmorMs), unit: 'KiB/ms' },
  ];
}
