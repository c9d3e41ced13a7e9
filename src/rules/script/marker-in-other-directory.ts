import { coordination, writesElsewhere } from '../../analysis/contract/coordination.ts';
import { readers } from '../../analysis/contract/marker-findings.ts';
import { folderOfPath, nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A place in words. */
function shown(path: string): string {
  if (/^\/tmp\/tmp\.\d+\//.test(path)) return 'a folder that `mktemp` makes';
  const folder = path.replace(/(?!^)\/[^/]*$|(?<=^\/)[^/]*$/, '');
  if (folder.startsWith('@job/')) return `the folder "${folder.slice('@job/'.length)}"`;
  return `"${folder.replace(/^@home/, '~')}"`;
}

/** A coordination file in another directory than that of its reader. */
export const markerInOtherDirectory = defineRule({
  meta: {
    id: 'marker-in-other-directory',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A coordination file is written to another directory than the one in which it is read.',
      why: 'The wait step looks in the job directory, finds nothing and waits until it gives up.',
      fix: 'Write the file into the job directory: `${PW_PARENT_JOB_DIR}`, where the script starts.',
      examples: {
        bad: [
          startExample({ port: 'port=$(~/pw/pw agent open-port)', started: '«touch "$HOME/job.started"»' }),
          startExample({
            before: 'scratch=$(mktemp -d)',
            announce: '',
            service: dedent`
              cd "$scratch"
              echo "$port" «> SESSION_PORT»
              exec python3 -m http.server "$port"
            `,
          }),
          startExample({
            announce: dedent`
              mkdir -p logs
              echo "$port" «> logs/SESSION_PORT»
            `,
          }),
          dedent`
            port=$(pw agent open-port)
            mkdir -p run
            cd run
            hostname > ../HOSTNAME
            echo "$port" > ../SESSION_PORT
            «touch job.started»
            exec python3 -m http.server "$port"
          `,
        ],
        good: [
          sessionExample({
            start: { before: 'cd "$HOME/.hello"' },
            wait: {
              'for attempt in $(seq 100); do': dedent`
                cd "$HOME/.hello"
                until [ -f job.started ]; do
                  [ -f job.ended ] && exit 1
              `,
              '[ -f job.started ] && break': '',
            },
          }),
          startExample(),
          dedent`
            port=$(pw agent open-port)
            cd "$HOME"
            hostname > "\${PW_PARENT_JOB_DIR}/HOSTNAME"
            echo "$port" > "\${PW_PARENT_JOB_DIR}/SESSION_PORT"
            touch "\${PW_PARENT_JOB_DIR}/job.started"
            exec python3 -m http.server "$port"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const marker of ['port', 'hostname', 'started'] as const) {
      const key = contract.files[marker];
      if (contract[marker].kind !== 'never') continue;
      const [write] = writesElsewhere(contract.behaviour, key);
      if (write === undefined || contract.session?.namesFolder(folderOfPath(write.file))) continue;
      yield {
        message: `"${nameOfPath(key)}" is written to ${shown(write.file)}, but it is read in the job directory`,
        at: write.at,
        related: readers(contract, marker),
        help: `write it to "\${PW_PARENT_JOB_DIR}/${nameOfPath(key)}"`,
      };
    }
  },
});
