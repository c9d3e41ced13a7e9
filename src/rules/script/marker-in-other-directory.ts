import { coordination, writesElsewhere } from '../../analysis/script/coordination.ts';
import { nameOfPath } from '../../analysis/script/job-path.ts';
import { readers } from '../../analysis/script/marker-findings.ts';
import { defineRule } from '../rule.ts';

/** A place in words. */
function shown(path: string): string {
  return `${path
    .replace(/^@job\//, 'the folder "')
    .replace(/^@home/, '"~')
    .replace(/\/[^/]*$/, '')}"`;
}

export const markerInOtherDirectory = defineRule({
  meta: {
    id: 'marker-in-other-directory',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    what: 'A coordination file is written to another directory than the one in which it is read.',
    why: 'The wait step looks in the job directory, finds nothing and waits until it gives up.',
    fix: 'Write the file into the job directory: `${PW_PARENT_JOB_DIR}`, where the script starts.',
    examples: {
      bad: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\nmkdir -p logs\necho "$port" «> logs/SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'port=$(pw agent open-port)\nmkdir -p run\ncd run\nhostname > ../HOSTNAME\necho "$port" > ../SESSION_PORT\n«touch job.started»\nexec python3 -m http.server "$port"\n',
      ],
      good: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'port=$(pw agent open-port)\ncd "$HOME"\nhostname > "${PW_PARENT_JOB_DIR}/HOSTNAME"\necho "$port" > "${PW_PARENT_JOB_DIR}/SESSION_PORT"\ntouch "${PW_PARENT_JOB_DIR}/job.started"\nexec python3 -m http.server "$port"\n',
      ],
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
      if (write === undefined) continue;
      yield {
        message: `"${nameOfPath(key)}" is written to ${shown(write.file)}, but it is read in the job directory`,
        at: write.at,
        related: readers(contract, marker),
        help: `write it to "\${PW_PARENT_JOB_DIR}/${nameOfPath(key)}"`,
      };
    }
  },
});
