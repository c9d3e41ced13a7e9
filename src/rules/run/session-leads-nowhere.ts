import { runningSessionExample } from '../examples/running-session-example.ts';
import { defineRule } from '../rule.ts';
import { leadsNowhere } from '../run-failures.ts';

/** The session was pointed at a port where nothing answers. */
export const sessionLeadsNowhere = defineRule({
  meta: {
    id: 'session-leads-nowhere',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The session was pointed at a port where nothing answers, while the service listens on another.',
      why: 'The service is there, and who opens the session sees an error page of the platform.',
      fix: 'Give "remotePort" the port that start.sh wrote to SESSION_PORT, as the wait step hands it on.',
      examples: {
        bad: [runningSessionExample({ port: 'pw agent open-port', uses: '«parallelworks/update-session»' })],
        good: [runningSessionExample()],
      },
    },
  },
  on: 'run',
  *check({ record }) {
    const { session, service } = record;
    if (session === undefined || service === undefined || record.readyMs === undefined) return;
    if (!leadsNowhere(session, service.port)) return;
    yield {
      message: `the session was pointed at port ${session.port}, where nothing answers; the service listens on ${service.port}`,
      at: session.at,
      help: 'give "remotePort" the port that start.sh wrote to SESSION_PORT',
    };
  },
});
