import { interpret } from '../../src/analysis/script/interpret.ts';
import { jobWorld } from '../../src/analysis/script/job-world.ts';
import type { RepositoryFiles } from '../../src/ports/repository-files.ts';
import { mappedFile } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';
import { parseBash } from '../../src/syntax/bash/parse-bash.ts';
import type { BenchSection } from './section.ts';

const files: RepositoryFiles = {
  paths: [],
  kindOf: () => 'missing',
  read: () => ({ kind: 'problem', problem: 'missing', message: 'it is missing' }),
};

/** The parsing and following of start scripts, warm; ShellCheck is not part of it. */
export const section: BenchSection = {
  name: 'script',
  async measure() {
    const short = medianMs(scriptOf(350));
    const usual = medianMs(scriptOf(700));
    const long = medianMs(scriptOf(2_800));
    return [
      {
        what: 'a start script of 700 lines followed on all paths, warm',
        value: usual,
        unit: 'ms',
        target: 30,
      },
      { what: 'twice the lines, how much longer', value: usual / short, unit: 'x', target: 2.2 },
      { what: 'four times the lines, how much longer', value: long / usual, unit: 'x', target: 4.4 },
    ];
  },
};

function medianMs(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const before = performance.now();
    const script = parseBash(mappedFile({ path: filePath('start.sh'), text }));
    interpret(script, jobWorld({ files }));
    times.push(performance.now() - before);
  }
  return times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

/** A start script of the usual mixture: settings, functions, branches by the kind of machine, files, a service. */
function scriptOf(lines: number): string {
  const parts = ['#!/bin/bash', 'set -e', 'cd "${PW_PARENT_JOB_DIR%/}"', 'port=$(pw agent open-port)'];
  for (let block = 0; parts.length < lines - 12; block++) {
    parts.push(
      `# part ${block}`,
      `tool_${block}="\${HOME}/pw/software/tool-${block}"`,
      `if [ -f "\${tool_${block}}/bin/run" ]; then`,
      `  echo "tool ${block} is installed"`,
      `  flags_${block}="--prefix \${tool_${block}}"`,
      `elif [ "\${MODE_${block}:-none}" == "remote" ]; then`,
      `  mkdir -p "\${tool_${block}}"`,
      `  curl -sL https://example.org/tool-${block}.tgz | tar xz -C "\${tool_${block}}" || exit 1`,
      'else',
      `  echo "tool ${block} is missing" >&2`,
      `  flags_${block}=""`,
      'fi',
      `prepare_${block}() {`,
      `  local name=$1`,
      `  for part in bin lib share; do`,
      `    if ! [ -e "\${tool_${block}}/\${part}" ]; then`,
      `      touch "\${tool_${block}}/\${part}" 2>/dev/null || true`,
      '    fi',
      '  done',
      `  echo "\${name} is ready"`,
      '}',
      `prepare_${block} "tool ${block}"`,
      `cat > conf-${block}.txt <<HERE`,
      `listen \${port}`,
      `flags \${flags_${block}}`,
      'HERE',
      `case "$(hostname)" in`,
      '  gaea*)',
      `    module load tool-${block}`,
      '    ;;',
      '  *)',
      `    export TOOL_${block}=\${tool_${block}}`,
      '    ;;',
      'esac',
    );
  }
  parts.push(
    'if [ -z "${port}" ]; then',
    '  exit 1',
    'fi',
    'hostname > HOSTNAME',
    'echo "${port}" > SESSION_PORT',
    'touch job.started',
    'exec python3 -m http.server "${port}" > service.out 2>&1',
  );
  return `${parts.join('\n')}\n`;
}
