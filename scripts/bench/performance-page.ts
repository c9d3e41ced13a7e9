/** What `npm run bench -- peers` has measured, in milliseconds of whole processes (medians) and bytes. */
export interface PeerFigures {
  /** The day, as 2026-01-31. */
  readonly date: string;
  readonly machine: string;
  /** What else the machine did when it began: processes that wanted a core, for each core. */
  readonly load: number;
  readonly versions: { readonly yamllint: string; readonly zizmor: string; readonly actionlint: string };
  readonly single: { readonly bytes: number; readonly ownMs: number; readonly yamllintMs: number };
  readonly repository: {
    readonly workflows: number;
    readonly yamlBytes: number;
    readonly scriptBytes: number;
    readonly ownMs: number;
    readonly yamllintMs: number;
  };
  readonly github: { readonly bytes: number; readonly actionlintMs: number; readonly zizmorMs: number };
}

const ms = (value: number): string =>
  value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`;
const kibibytes = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;
/** Mebibytes in a second. */
const rate = (bytes: number, milliseconds: number): string =>
  `${(bytes / 2 ** 20 / (milliseconds / 1000)).toFixed(2)} MiB/s`;
const verdict = (value: number, target: number): string =>
  `${value.toFixed(2)} (at most ${target}: ${value <= target ? 'met' : 'missed'})`;

/** A machine that has much else to do makes figures that nobody should rely on, and the page says so. */
function busyWords(load: number): string {
  if (load < 0.5) return '';
  return `\n**The machine was busy** (load of ${load.toFixed(1)} a core before it began): measure again on a quiet one.`;
}

/** The page of the figures: `docs/performance.md`. */
export function performancePage(figures: PeerFigures): string {
  const { single, repository, github, versions } = figures;
  const both = repository.yamlBytes + repository.scriptBytes;
  return `<!-- Written by \`npm run bench -- peers\`; changes made by hand are lost. -->

# Performance

How long a lint takes, measured beside tools that read files of the same kind.

Measured ${figures.date} on ${figures.machine}: whole processes, in turns, medians; yamllint ${versions.yamllint},
actionlint ${versions.actionlint} and zizmor ${versions.zizmor}, all without ShellCheck.${busyWords(figures.load)}

![Time of this tool beside yamllint](performance.svg)

| what is read | this tool | yamllint | ratio |
|---|---|---|---|
| one workflow of ${kibibytes(single.bytes)}, cold | ${ms(single.ownMs)} | ${ms(single.yamllintMs)} | ${verdict(single.ownMs / single.yamllintMs, 1)} |
| ${repository.workflows} workflows (${kibibytes(repository.yamlBytes)}); this tool also their scripts (${kibibytes(repository.scriptBytes)}) | ${ms(repository.ownMs)} | ${ms(repository.yamllintMs)} | ${verdict(repository.ownMs / repository.yamllintMs, 1.3)} |

| tool | what it reads | time | bytes a second |
|---|---|---|---|
| this tool | ${repository.workflows} workflows and their scripts, ${kibibytes(both)} | ${ms(repository.ownMs)} | ${rate(both, repository.ownMs)} |
| actionlint | ${repository.workflows} GitHub workflows of equal size, ${kibibytes(github.bytes)} | ${ms(github.actionlintMs)} | ${rate(github.bytes, github.actionlintMs)} |
| zizmor | the same | ${ms(github.zizmorMs)} | ${rate(github.bytes, github.zizmorMs)} |

yamllint looks at the form of YAML and knows no workflow. actionlint and zizmor are compiled ahead and read many files at
once; actionlint leaves scripts to ShellCheck. This tool is JavaScript in one thread: a single file is mostly the time in
which Node reads and compiles the program, and a repository is mostly the following of shell scripts, path by path, which
neither of them does. It keeps no compiled code between runs ([ADR 8](adr/0008-start-plainly.md)).

\`npm run bench\` measures more: ShellCheck's share, a start script of 700 lines, what a run costs. The targets are ratios
of one run, and no test asserts a time.
`;
}

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly own: boolean;
}

const barHeight = 22;
const left = 250;
const widest = 380;

/** The chart of the page: pairs of bars, each pair to its own scale; readable on light and dark ground. */
export function performanceChart({ single, repository }: PeerFigures): string {
  const groups: readonly (readonly Bar[])[] = [
    [
      { label: 'one workflow: this tool', value: single.ownMs, own: true },
      { label: 'yamllint', value: single.yamllintMs, own: false },
    ],
    [
      { label: `${repository.workflows} with scripts: this tool`, value: repository.ownMs, own: true },
      { label: 'YAML alone: yamllint', value: repository.yamllintMs, own: false },
    ],
  ];
  const rows: string[] = [];
  let y = 12;
  for (const bars of groups) {
    const most = Math.max(...bars.map((bar) => bar.value));
    for (const { label, value, own } of bars) {
      const width = Math.max(1, Math.round((widest * value) / most));
      rows.push(
        `<text class="label" x="${left - 10}" y="${y + 16}" text-anchor="end">${label}</text>`,
        `<rect class="${own ? 'own' : 'peer'}" x="${left}" y="${y}" width="${width}" height="${barHeight}" rx="3"/>`,
        `<text class="label" x="${left + width + 8}" y="${y + 16}">${ms(value)}</text>`,
      );
      y += barHeight + 6;
    }
    y += 14;
  }
  return `<!-- Written by \`npm run bench -- peers\`; changes made by hand are lost. -->
<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${y}" viewBox="0 0 720 ${y}" role="img">
<title>Time of a lint beside yamllint, in milliseconds; shorter is better</title>
<style>
  .label { font: 14px system-ui, sans-serif; fill: #1f2328; }
  .own { fill: #0969da; }
  .peer { fill: #8c959f; }
  @media (prefers-color-scheme: dark) {
    .label { fill: #e6edf3; }
    .own { fill: #4493f8; }
    .peer { fill: #6e7681; }
  }
</style>
${rows.join('\n')}
</svg>
`;
}
