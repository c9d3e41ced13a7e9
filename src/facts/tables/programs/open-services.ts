import type { OpenServiceFact } from '../../types.ts';

const end = '(?=[\\s;"\']|$)';
/** The loopback address, as a pattern. */
export const loopbackPattern = `(localhost|127\\.0\\.0\\.1|\\[?::1\\]?)`;

/** Services that let everybody in when an option says so, or because nothing says otherwise. */
export const openServiceFacts: readonly OpenServiceFact[] = [
  {
    service: 'Jupyter',
    named: /\bjupyter\b|\bnotebook\b|\bjupyterlab\b/,
    // Quotes with something in them are a token.
    open: /--(NotebookApp|ServerApp|LabApp|IdentityProvider|JupyterApp)\.token[= ](''|""|\\"\\"|(?=[\s;]|$))/,
    closed: new RegExp(`--(\\w+\\.)?ip[= ]["']?${loopbackPattern}|\\.password[= ]["']?[^\\s"']`),
    exposed: /--(\w+\.)?ip[= ]["']?(0\.0\.0\.0|\*|::|\\\*|\$\(hostname|\$\{?HOSTNAME)/,
    evidence: { kind: 'documented', from: 'jupyter-server.readthedocs.io, security: token and password' },
  },
  {
    service: 'code-server',
    named: /\bcode-server\b/,
    open: new RegExp(`--auth[= ]["']?none["']?${end}`),
    closed: new RegExp(`--(bind-addr|host)[= ]["']?${loopbackPattern}`),
    exposed: /--(bind-addr|host)[= ]/,
    evidence: { kind: 'documented', from: 'coder.com/docs/code-server; `code-server --help`' },
  },
  {
    service: 'a VNC server',
    named: /vnc/i,
    open: new RegExp(`--?SecurityTypes[= ]["']?None["']?${end}`, 'i'),
    closed: new RegExp(
      `-localhost(?![= ]["']?(no|0|false)\\b)|-interface[= ]["']?${loopbackPattern}|-rfbunixpath`,
      'i',
    ),
    surelyExposed: /-localhost[= ]["']?(no|0|false)\b/i,
    evidence: { kind: 'documented', from: 'tigervnc.org: `man Xvnc`, SecurityTypes and localhost' },
  },
  {
    service: 'x11vnc',
    named: /\bx11vnc\b/,
    open: new RegExp(`-nopw${end}`),
    closed: new RegExp(`-localhost|-listen[= ]${loopbackPattern}|-(rfbauth|passwd|passwdfile|usepw)\\b`),
    evidence: { kind: 'documented', from: '`man x11vnc`, -nopw' },
  },
  {
    service: 'KasmVNC',
    named: /-disableBasicAuth\b/i,
    open: new RegExp(`-disableBasicAuth${end}`, 'i'),
    closed: new RegExp(`-interface[= ]["']?${loopbackPattern}`, 'i'),
    evidence: { kind: 'documented', from: 'kasmweb.com/kasmvnc/docs, command line: disableBasicAuth' },
  },
  {
    service: 'RStudio Server',
    named: /\brserver\b/,
    open: new RegExp(`--auth-none[= ](1|true|yes)${end}`),
    closed: new RegExp(`--www-(address|socket)[= ]["']?(${loopbackPattern}|/)`),
    evidence: { kind: 'documented', from: 'docs.posit.co, rserver.conf reference: auth-none' },
  },
  {
    service: 'File Browser',
    named: /\bfilebrowser\b/,
    open: new RegExp(`--noauth${end}`),
    closed: new RegExp(`(--address|-a)[= ]["']?${loopbackPattern}`),
    exposed: /(--address|-a)[= ]/,
    evidence: { kind: 'documented', from: 'filebrowser.org, command line: noauth' },
  },
  {
    service: 'OpenVSCode Server',
    named: /\b(openvscode-server|code\s+serve-web|serve-web)\b/,
    open: new RegExp(`--without-connection-token${end}`),
    closed: new RegExp(`--host[= ]["']?${loopbackPattern}|--socket-path[= ]`),
    exposed: /--host[= ]/,
    evidence: { kind: 'documented', from: '`openvscode-server --help`, without-connection-token' },
  },
  {
    service: 'marimo',
    named: /\bmarimo\b/,
    open: new RegExp(`--no-token${end}`),
    closed: new RegExp(`--host[= ]["']?${loopbackPattern}`),
    exposed: /--host[= ]/,
    evidence: { kind: 'documented', from: 'docs.marimo.io, command line: no-token' },
  },
  {
    service: 'Redis',
    named: /\bredis-server\b/,
    open: new RegExp(`--protected-mode[= ]["']?no["']?${end}`),
    closed: new RegExp(`--requirepass[= ]|--bind[= ]["']?${loopbackPattern}|--aclfile[= ]|\\S\\.conf${end}`),
    evidence: { kind: 'documented', from: 'redis.io/docs, configuration: protected-mode' },
  },
  {
    service: 'Jupyter',
    named: /\bjupyter\b/,
    open: /--(NotebookApp|ServerApp)\.(allow_unauthenticated_access=True|password[= ](''|"")(?=[\s;]|$))/,
    closed: new RegExp(
      `--(\\w+\\.)?ip[= ]["']?${loopbackPattern}|\\.token[= ]["']?[^\\s"']|\\.token[= ](''|"")`,
    ),
    // An empty password alone leaves the token in its place.
    exposed:
      /allow_unauthenticated_access=True.*--(\w+\.)?ip[= ]|--(\w+\.)?ip[= ].*allow_unauthenticated_access=True/,
    evidence: { kind: 'documented', from: 'jupyter-server.readthedocs.io, security: token and password' },
  },
  {
    service: 'ttyd',
    named: /(^|[\s/])ttyd\s/,
    open: /(^|[\s/])ttyd(?=\s)/,
    closed:
      /\s(-c|--credential|-A|--auth-header|-H|-i|--interface)[= ]|--version|--help|\b(install|download|wget|curl)\b/,
    evidence: { kind: 'documented', from: 'github.com/tsl0922/ttyd; `man ttyd`' },
  },
  {
    service: 'the service',
    named: /--(no-?auth|disable-auth|no-authentication|disable-authentication|without-auth)\b/,
    open: new RegExp(
      `--(no-?auth|disable-auth|no-authentication|disable-authentication|without-auth)(=(true|1|yes))?${end}`,
    ),
    closed: new RegExp(loopbackPattern),
    exposed: /[= "'](0\.0\.0\.0|\*|\[::\])(?=[:\s"']|$)/,
    evidence: { kind: 'documented', from: 'options of this name in the servers of the other tables' },
  },
];
