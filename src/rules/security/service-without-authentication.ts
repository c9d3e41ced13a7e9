import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { openServices } from './open-services.analysis.ts';

/** A service listens to other machines and asks nobody who they are. */
export const serviceWithoutAuthentication = defineRule({
  meta: {
    id: 'service-without-authentication',
    group: 'security',
    severity: 'warning',
    securitySeverity: 7.5,
    since: '0.1.0',
    page: {
      what: 'A service listens to other machines without a password or token.',
      why: 'The platform authenticates who comes through the session. Everybody else on the cluster reaches the port directly, and has a shell, a notebook or a desktop under the name of the user.',
      fix: 'Set a token or password that is fresh for each run. The service may stay on 0.0.0.0, which the session needs on a compute node.',
      examples: {
        bad: [
          stepsExample`
            - run: nohup openvscode-server --host=0.0.0.0 --port 8080 «--without-connection-token» > vs.log &
          `,
          stepsExample`
            - run: uv run marimo edit --headless --host 0.0.0.0 -p 8080 «--no-token»
          `,
          stepsExample`
            - run: |
                jupyter lab --no-browser --ip=0.0.0.0 --port=8888 «--ServerApp.token=''»
          `,
          stepsExample`
            - run: |
                vncserver :1 «-SecurityTypes None»
          `,
        ],
        good: [
          stepsExample`
            - run: openvscode-server --host 127.0.0.1 --port 8080 --without-connection-token
          `,
          stepsExample`
            - run: |
                JUPYTER_TOKEN=$(openssl rand -hex 24)
                export JUPYTER_TOKEN
                jupyter lab --no-browser --ip=0.0.0.0 --port=8888
          `,
          stepsExample`
            - run: |
                vncserver :1 -localhost -SecurityTypes None
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { service, option, isExposed, start, end } of context.ask(openServices, script)) {
      yield {
        message: `${service} ${isExposed ? 'listens' : 'may listen'} to other machines without authentication ("${option}")`,
        severity: isExposed ? undefined : 'note',
        at: script.text.spanOf(start, end),
        help: 'set a fresh token or password, or a proxy that asks for one: everybody on the cluster can reach the port, not only the session',
      };
    }
  },
});
