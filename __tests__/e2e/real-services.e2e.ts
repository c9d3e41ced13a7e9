import { type JsonReport, reportOf, runCli } from './support/cli.ts';
import { listeningPorts, processesOf } from './support/leftovers.ts';
import { inScratch } from './support/scratch.ts';
import { serviceNames, serviceRepository } from './support/services.ts';

/** So many at a time: a mode then takes little longer than its slowest services. */
const together = '3';

describe.each(['controller', 'slurm', 'pbs'])('in mode %s', (mode) => {
  let report: JsonReport;
  let processes: readonly string[];

  beforeAll(async () => {
    await inScratch(async (scratch) => {
      const root = serviceRepository(scratch);
      report = reportOf(
        await runCli(root, ['run', '--mode', mode, '--jobs', together, '--format', 'json'], {
          limitMs: 170_000,
        }),
      );
      processes = processesOf(scratch);
    });
  });

  test.each(serviceNames)('%s is served under the session proxy and leaves nothing', (name) => {
    const run = report.runs.find(({ workflow }) => workflow === name);
    // TensorBoard asks for its fonts at the root of the host, which is no more than a note.
    const faults = report.diagnostics.filter(({ severity }) => severity !== 'note');
    expect(faults.filter(({ workflow }) => workflow === name)).toEqual([]);
    expect(run).toMatchObject({ outcome: 'passed', mode, leftovers: [] });
    expect(run?.service?.port).toBeGreaterThan(0);
  });

  test('all of them leave no process and no port', () => {
    const ports = report.runs.map(({ service }) => service?.port ?? 0);
    expect(report.runs.map(({ workflow }) => workflow)).toEqual(serviceNames);
    expect(processes).toEqual([]);
    expect(ports.filter((port) => listeningPorts().has(port))).toEqual([]);
  });
});
