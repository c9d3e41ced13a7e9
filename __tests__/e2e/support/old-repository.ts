import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What every old workflow has: the same snippets, with the same faults, pasted into each file. */
function oldWorkflow(name: string): string {
  return `permissions:
  - '*'
sessions:
  session:
    useTLS: false
    redirect: true
app:
  target: inputs.sh
jobs:
  prepare:
    steps:
      - name: Check out
        uses: parallelworks/checkout
        with:
          repo: https://github.com/example-lab/interactive.git
          branch: main
      - name: Settings
        run: |
          cd \${PW_JOB_DIR}
          echo "export name=${name}" >> inputs.sh
          echo "export partition=\${{ inputs.slurm.partion }}" >> inputs.sh
  start:
    needs: [prepare, cleanup]
    steps:
      - name: Start
        run: ssh \${{ inputs.host.ip }} 'bash -s' < ${name}/start-template-v3.sh
  wait:
    needs: [prepare]
    steps:
      - run: while [ ! -f SESSION_PORT ]; do sleep 1; done
on:
  execute:
    inputs:
      host:
        type: compute-clusters
        label: Host
      password:
        type: string
        label: Password
      slurm:
        type: group
        label: SLURM
        items:
          partition:
            type: string
            label: Partition
            default: ''
            optional: 'true'
`;
}

const script = `#!/bin/bash
cd \${resource_jobdir}
port=$(cat SESSION_PORT)
nohup python3 -m http.server $port > server.log 2>&1 &
echo $! > pid
rm -rf $workdir/cache
`;

/** Writes a repository of workflows in the layout of earlier years; only one of them stands where they stand today. */
export function writeOldRepository(root: string, count: number): void {
  const files: Record<string, string> = { 'README.md': '# Interactive sessions\n' };
  for (let index = 0; index < count; index++) {
    const name = `app-${index}`;
    files[`workflow/yamls/${name}/general_v4.yaml`] = oldWorkflow(name);
    files[`${name}/start-template-v3.sh`] = script;
  }
  files['workflows/new/workflow.yaml'] = oldWorkflow('new');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
