import type { ServerProgramFact } from '../../types.ts';

/** Servers for applications that authors write themselves, and for files. */
export const applicationServers = [
  {
    commands: ['uvicorn'],
    address: {
      default: 'loopback',
      options: ['--host', '--uds', '--fd'],
      environment: ['UVICORN_HOST', 'UVICORN_UDS'],
    },
    port: {
      default: 8000,
      options: ['--port', '--uds', '--fd'],
      environment: ['UVICORN_PORT', 'UVICORN_UDS'],
    },
    settings: ['--env-file'],
    evidence: { kind: 'documented', from: 'uvicorn.org, settings; `uvicorn --help`' },
  },
  {
    commands: ['hypercorn'],
    address: { default: 'loopback', options: ['-b', '--bind'] },
    port: { default: 8000, options: ['-b', '--bind'] },
    settings: ['-c', '--config'],
    evidence: { kind: 'documented', from: 'hypercorn.readthedocs.io, configuring; `hypercorn --help`' },
  },
  {
    commands: ['gunicorn'],
    address: { default: 'loopback', options: ['-b', '--bind'], environment: ['GUNICORN_CMD_ARGS', 'PORT'] },
    port: { default: 8000, options: ['-b', '--bind'], environment: ['GUNICORN_CMD_ARGS', 'PORT'] },
    settings: ['-c', '--config', '--paste', 'gunicorn.conf.py'],
    evidence: { kind: 'documented', from: 'docs.gunicorn.org, settings: bind' },
  },
  {
    commands: ['waitress-serve'],
    address: { default: 'all', options: ['--host', '--listen', '--unix-socket'] },
    port: { default: 8080, options: ['--port', '--listen', '--unix-socket'] },
    evidence: { kind: 'documented', from: 'docs.pylonsproject.org/projects/waitress, runner' },
  },
  {
    commands: ['flask run', 'superset run'],
    address: { default: 'loopback', options: ['--host', '-h'], environment: ['FLASK_RUN_HOST'] },
    port: { default: 5000, options: ['--port', '-p'], environment: ['FLASK_RUN_PORT'] },
    settings: ['.flaskenv', '--env-file', '-e'],
    evidence: {
      kind: 'documented',
      from: 'flask.palletsprojects.com, command line interface; `flask run --help`',
    },
  },
  {
    commands: ['fastapi dev'],
    address: { default: 'loopback', options: ['--host'] },
    port: { default: 8000, options: ['--port'], environment: ['PORT'] },
    evidence: { kind: 'documented', from: 'fastapi.tiangolo.com, FastAPI CLI; `fastapi dev --help`' },
  },
  {
    commands: ['fastapi run'],
    address: { default: 'all', options: ['--host'] },
    port: { default: 8000, options: ['--port'], environment: ['PORT'] },
    evidence: { kind: 'documented', from: 'fastapi.tiangolo.com, FastAPI CLI; `fastapi run --help`' },
  },
  {
    commands: ['manage.py runserver', 'django-admin runserver'],
    address: { default: 'loopback', options: [] },
    port: { default: 8000, options: [], alone: true },
    evidence: { kind: 'documented', from: 'docs.djangoproject.com, django-admin: runserver' },
  },
  {
    commands: ['streamlit run'],
    address: { default: 'all', options: ['--server.address'], environment: ['STREAMLIT_SERVER_ADDRESS'] },
    port: { default: 8501, options: ['--server.port'], environment: ['STREAMLIT_SERVER_PORT'] },
    settings: ['.streamlit', 'config.toml'],
    evidence: { kind: 'documented', from: 'docs.streamlit.io, config.toml; `streamlit run --help`' },
  },
  {
    commands: ['chainlit run'],
    address: { default: 'loopback', options: ['--host'], environment: ['CHAINLIT_HOST'] },
    port: { default: 8000, options: ['--port'], environment: ['CHAINLIT_PORT'] },
    evidence: { kind: 'documented', from: 'docs.chainlit.io, command line options; `chainlit run --help`' },
  },
  {
    commands: ['solara run'],
    address: { default: 'loopback', options: ['--host'], environment: ['HOST', 'SOLARA_HOST'] },
    port: { default: 8765, options: ['--port'], environment: ['PORT', 'SOLARA_PORT'] },
    evidence: { kind: 'documented', from: 'solara.dev, deploying; `solara run --help`' },
  },
  {
    commands: ['bokeh serve', 'panel serve'],
    address: { default: 'all', options: ['--address', '--unix-socket'], environment: ['BOKEH_ADDRESS'] },
    port: { default: 5006, options: ['--port', '--unix-socket'], environment: ['BOKEH_PORT'] },
    evidence: { kind: 'documented', from: 'docs.bokeh.org, bokeh serve; `panel serve --help`' },
  },
  {
    commands: ['shiny run'],
    address: { default: 'loopback', options: ['--host', '-h'] },
    port: { default: 8000, options: ['--port', '-p'] },
    evidence: { kind: 'documented', from: 'shiny.posit.co/py, run; `shiny run --help`' },
  },
  {
    commands: ['mkdocs serve'],
    address: { default: 'loopback', options: ['-a', '--dev-addr'] },
    port: { default: 8000, options: ['-a', '--dev-addr'] },
    settings: ['dev_addr'],
    evidence: { kind: 'documented', from: 'mkdocs.org, command line interface' },
  },
  {
    commands: ['hugo server', 'hugo serve'],
    address: { default: 'loopback', options: ['--bind'] },
    port: { default: 1313, options: ['--port', '-p'] },
    evidence: { kind: 'documented', from: 'gohugo.io, hugo server' },
  },
  {
    commands: ['jekyll serve'],
    address: { default: 'loopback', options: ['--host', '-H'] },
    port: { default: 4000, options: ['--port', '-P'] },
    settings: ['_config.yml', '--config'],
    evidence: { kind: 'documented', from: 'jekyllrb.com, serve command options' },
  },
  {
    commands: ['http.server', 'SimpleHTTPServer'],
    address: { default: 'all', options: ['--bind', '-b'] },
    port: { default: 8000, options: [], alone: true },
    evidence: { kind: 'documented', from: 'docs.python.org, http.server' },
  },
  {
    commands: ['php -S'],
    address: { default: 'loopback', options: ['-S'] },
    port: { default: 8000, options: ['-S'] },
    evidence: { kind: 'documented', from: 'php.net, built-in web server' },
  },
  {
    commands: ['http-server'],
    address: { default: 'all', options: ['-a'] },
    port: { default: 8080, options: ['-p', '--port'], environment: ['PORT'] },
    evidence: { kind: 'documented', from: 'github.com/http-party/http-server' },
  },
  {
    commands: ['novnc_proxy'],
    address: { default: 'all', options: ['--listen'] },
    port: { default: 6080, options: ['--listen'] },
    evidence: { kind: 'documented', from: 'github.com/novnc/noVNC; `novnc_proxy --help`' },
  },
] as const satisfies readonly ServerProgramFact[];
