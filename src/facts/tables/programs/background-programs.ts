import type { BackgroundProgramFact } from '../../types.ts';

const vnc = {
  kind: 'documented',
  from: 'tigervnc.org, turbovnc.org and kasmweb.com: `man vncserver`',
} as const;
const apptainer = { kind: 'documented', from: 'apptainer.org/docs, running services: instances' } as const;
const vncStays = ['-fg', '-kill', '-list', '-version', '-help'] as const;

/** Programs that return at once while what they started goes on as a process of the job, or beside it. */
export const backgroundPrograms = [
  { command: 'vncserver', unless: vncStays, evidence: vnc },
  { command: 'tigervncserver', unless: vncStays, evidence: vnc },
  { command: 'turbovncserver', unless: vncStays, evidence: vnc },
  { command: 'kasmvncserver', unless: vncStays, evidence: vnc },
  {
    command: 'nginx',
    unless: ['daemon off', '-s', '-t', '-T', '-v', '-V', '-h'],
    evidence: { kind: 'documented', from: 'nginx.org, core module: daemon' },
  },
  {
    command: 'websockify',
    by: ['-D', '--daemon'],
    evidence: { kind: 'documented', from: 'github.com/novnc/websockify; `websockify --help`' },
  },
  {
    command: 'gunicorn',
    by: ['-D', '--daemon'],
    evidence: { kind: 'documented', from: 'docs.gunicorn.org, settings: daemon' },
  },
  {
    command: 'redis-server',
    by: ['--daemonize yes'],
    evidence: { kind: 'documented', from: 'redis.io/docs, configuration: daemonize' },
  },
  {
    command: 'mongod',
    by: ['--fork'],
    evidence: { kind: 'documented', from: 'mongodb.com/docs, mongod: --fork' },
  },
  {
    command: 'pg_ctl start',
    unless: ['stop', 'status'],
    evidence: { kind: 'documented', from: 'postgresql.org/docs, pg_ctl' },
  },
  { command: 'caddy start', evidence: { kind: 'documented', from: 'caddyserver.com/docs, command line' } },
  {
    command: 'start-stop-daemon',
    by: ['--background', '-b', '--start -b', '-Sb'],
    evidence: { kind: 'documented', from: '`man start-stop-daemon`' },
  },
  {
    command: 'docker run',
    by: ['-d', '--detach'],
    evidence: { kind: 'documented', from: 'docs.docker.com, docker run: --detach' },
  },
  {
    command: 'podman run',
    by: ['-d', '--detach'],
    evidence: { kind: 'documented', from: 'docs.podman.io, podman run: --detach' },
  },
  { command: 'apptainer instance start', evidence: apptainer },
  { command: 'apptainer instance run', evidence: apptainer },
  { command: 'singularity instance start', evidence: apptainer },
  { command: 'singularity instance run', evidence: apptainer },
  {
    command: 'ray start',
    unless: ['--block'],
    evidence: { kind: 'documented', from: 'docs.ray.io, ray start: --block' },
  },
  {
    command: 'rserver',
    unless: ['--server-daemonize=0', '--server-daemonize 0', '--server-daemonize=no', '--version', '--help'],
    evidence: { kind: 'documented', from: 'docs.posit.co, rserver.conf reference: server-daemonize' },
  },
  {
    command: 'lighttpd',
    unless: ['-D', '-t', '-tt', '-v', '-V'],
    evidence: { kind: 'documented', from: '`man lighttpd`' },
  },
] as const satisfies readonly BackgroundProgramFact[];
