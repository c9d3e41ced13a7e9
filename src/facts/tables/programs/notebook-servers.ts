import type { ServerProgramFact } from '../../types.ts';

const jupyterServer = {
  kind: 'documented',
  from: 'jupyter-server.readthedocs.io, configuration options; `jupyter server --help-all`',
} as const;

const codeServer = { kind: 'documented', from: 'coder.com/docs/code-server; `code-server --help`' } as const;

/** Notebooks, editors and terminals in the browser. */
export const notebookServers = [
  {
    commands: [
      'jupyter lab',
      'jupyter notebook',
      'jupyter server',
      'jupyter-lab',
      'jupyter-notebook',
      'jupyter-server',
      'jupyterlab',
      'notebook',
      'jupyter_server',
    ],
    address: { default: 'loopback', options: ['--ip', '--ServerApp.ip', '--NotebookApp.ip', '--LabApp.ip'] },
    port: {
      default: 8888,
      options: ['--port', '--ServerApp.port', '--NotebookApp.port', '--LabApp.port'],
      environment: ['JUPYTER_PORT'],
    },
    settings: [
      '--config',
      '--sock',
      'c.ServerApp',
      'c.NotebookApp',
      'get_config',
      'jupyter_server_config',
      'jupyter_notebook_config',
      'jupyter_lab_config',
      'jupyter_config',
      'JUPYTER_CONFIG',
      '.jupyter/',
    ],
    evidence: jupyterServer,
  },
  {
    commands: ['voila', 'jupyter voila', 'jupyter-voila'],
    address: { default: 'loopback', options: ['--ip', '--Voila.ip'] },
    port: { default: 8866, options: ['--port', '--Voila.port'] },
    settings: ['--config', 'voila.json', 'c.Voila', 'voila.py', 'JUPYTER_CONFIG'],
    evidence: { kind: 'documented', from: 'voila.readthedocs.io, customize; `voila --help-all`' },
  },
  {
    commands: ['marimo edit', 'marimo run', 'marimo tutorial', 'marimo new'],
    address: { default: 'loopback', options: ['--host'] },
    port: { default: 2718, options: ['--port', '-p'] },
    settings: ['marimo.toml'],
    evidence: { kind: 'documented', from: 'docs.marimo.io, command line; `marimo edit --help`' },
  },
  {
    commands: ['code-server'],
    address: {
      default: 'loopback',
      options: ['--bind-addr', '--host', '--socket'],
      environment: ['CODE_SERVER_HOST'],
    },
    port: { default: 8080, options: ['--bind-addr', '--port'], environment: ['PORT', 'CODE_SERVER_CONFIG'] },
    settings: ['--config', 'config.yaml', 'CODE_SERVER_CONFIG', '.config/code-server'],
    evidence: codeServer,
  },
  {
    commands: ['openvscode-server'],
    address: { default: 'loopback', options: ['--host', '--socket-path'] },
    port: { default: 3000, options: ['--port', '--socket-path'] },
    evidence: {
      kind: 'documented',
      from: 'github.com/gitpod-io/openvscode-server; `openvscode-server --help`',
    },
  },
  {
    commands: ['theia start'],
    address: { default: 'loopback', options: ['--hostname', '-h'] },
    port: { default: 3000, options: ['--port', '-p'] },
    evidence: { kind: 'documented', from: 'theia-ide.org/docs, backend application options' },
  },
  {
    commands: ['ttyd'],
    address: { default: 'all', options: ['--interface', '-i'] },
    port: { default: 7681, options: ['--port', '-p'] },
    evidence: { kind: 'documented', from: 'github.com/tsl0922/ttyd; `man ttyd`' },
  },
  {
    commands: ['rserver'],
    address: { default: 'all', options: ['--www-address', '--www-socket'] },
    port: { default: 8787, options: ['--www-port', '--www-socket'] },
    settings: ['--config-file', 'rserver.conf'],
    evidence: { kind: 'documented', from: 'docs.posit.co, rserver.conf reference; `rserver --help`' },
  },
] as const satisfies readonly ServerProgramFact[];
