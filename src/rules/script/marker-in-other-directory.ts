import { coordination, writesElsewhere } from '../../analysis/contract/coordination.ts';
import { readers } from '../../analysis/contract/marker-findings.ts';
import { folderOfPath, nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

/** A place in words. */
function shown(path: string): string {
  if (/^\/tmp\/tmp\.\d+\//.test(path)) return 'a folder that `mktemp` makes';
  const folder = path.replace(/(?!^)\/[^/]*$|(?<=^\/)[^/]*$/, '');
  if (folder.startsWith('@job/')) return `the folder "${folder.slice('@job/'.length)}"`;
  return `"${folder.replace(/^@home/, '~')}"`;
}

export const markerInOtherDirectory = defineRule({
  meta: {
    id: 'marker-in-other-directory',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'A coordination file is written to another directory than the one in which it is read.',
      why: 'The wait step looks in the job directory, finds nothing and waits until it gives up.',
      fix: 'Write the file into the job directory: `${PW_PARENT_JOB_DIR}`, where the script starts.',
      examples: {
        bad: [
          'port=$(~/pw/pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\n«touch "$HOME/job.started"»\nexec python3 -m http.server "$port"\n',
          'scratch=$(mktemp -d)\nport=$(pw agent open-port)\nhostname > HOSTNAME\ntouch job.started\ncd "$scratch"\necho "$port" «> SESSION_PORT»\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\nmkdir -p logs\necho "$port" «> logs/SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nmkdir -p run\ncd run\nhostname > ../HOSTNAME\necho "$port" > ../SESSION_PORT\n«touch job.started»\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'cd "$HOME/.hello"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
              'utils/wait_service.sh':
                'cd "$HOME/.hello"\nuntil [ -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\ncd "$HOME"\nhostname > "${PW_PARENT_JOB_DIR}/HOSTNAME"\necho "$port" > "${PW_PARENT_JOB_DIR}/SESSION_PORT"\ntouch "${PW_PARENT_JOB_DIR}/job.started"\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
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
