import { coordination } from '../../analysis/contract/coordination.ts';
import { severalHosts } from '../../analysis/contract/marker-contents.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** HOSTNAME gets a list where one host is needed. */
export const severalHostNames = defineRule({
  meta: {
    id: 'several-host-names',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'HOSTNAME gets all addresses of the machine, or a list of nodes, where one host is needed.',
      why: 'Its reader takes the whole of it as the host. On a machine with one network it works by luck; `hostname -i` may also print 127.0.1.1.',
      fix: 'Write one name: `hostname > HOSTNAME`.',
      examples: {
        bad: [
          startExample({ hostname: 'hostname -I «> HOSTNAME»' }),
          startExample({ hostname: 'address=$(hostname --ip-address)\necho "$address" «> HOSTNAME»' }),
          startExample({
            hostname:
              'if [ -n "$SLURM_JOB_ID" ]; then echo "$SLURM_JOB_NODELIST" «> HOSTNAME»; else hostname > HOSTNAME; fi',
          }),
          startExample({ hostname: 'echo $(hostname -i) «> HOSTNAME»' }),
        ],
        good: [
          startExample({ hostname: "hostname -I | awk '{print $1}' > HOSTNAME" }),
          startExample({ hostname: 'hostname --fqdn > HOSTNAME' }),
          startExample({ hostname: 'read -r address _ <<< "$(hostname -i)"\necho "$address" > HOSTNAME' }),
          startExample({ hostname: 'echo "${SLURMD_NODENAME:-$(hostname -s)}" > HOSTNAME' }),
          startExample({ hostname: 'scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1 > HOSTNAME' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    const fault = contract === undefined ? undefined : severalHosts(contract);
    if (fault === undefined) return;
    yield { message: fault.message, at: fault.write.at, help: 'write one name: `hostname > HOSTNAME`' };
  },
});
