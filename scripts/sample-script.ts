/** A start script of the usual mixture: settings, functions, branches by the kind of machine, files, a service; each seed gives another text. */
export function sampleScript(lines: number, seed = 0): string {
  const parts = [
    '#!/bin/bash',
    `# script ${seed}`,
    'set -e',
    'cd "${PW_PARENT_JOB_DIR%/}"',
    'port=$(pw agent open-port)',
  ];
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
