import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { Script } from '../../model/script.ts';
import { invocations } from './invocations.analysis.ts';

/** A service that is started so that everybody who reaches its port may use it. */
export interface OpenService {
  /** The program, as people call it. */
  readonly service: string;
  /** The option that takes the authentication away, as written. */
  readonly option: string;
  /** Whether it surely listens to other machines; some distributions start a VNC server on the loopback address. */
  readonly isExposed: boolean;
  readonly start: number;
  readonly end: number;
}

interface ServiceFact {
  readonly service: string;
  /** What shows that the command line is about this service. */
  readonly named: RegExp;
  /** The option, or the name itself where there is no authentication unless it is asked for. */
  readonly open: RegExp;
  /** What makes it safe again: a password, a token, the loopback address. */
  readonly closed: RegExp;
  /** What must be written for the service to listen to other machines; absent when it does by itself. */
  readonly exposed?: RegExp;
  /** What must be written to be sure of it, where the default differs among distributions. */
  readonly surelyExposed?: RegExp;
}

const end = '(?=[\\s;"\']|$)';
const loopback = `(localhost|127\\.0\\.0\\.1|\\[?::1\\]?)`;

// The defaults are those of each program's own documentation.
const facts: readonly ServiceFact[] = [
  {
    service: 'Jupyter',
    named: /\bjupyter\b|\bnotebook\b|\bjupyterlab\b/,
    // Quotes with something in them are a token.
    open: /--(NotebookApp|ServerApp|LabApp|IdentityProvider|JupyterApp)\.token[= ](''|""|\\"\\"|(?=[\s;]|$))/,
    closed: new RegExp(`--(\\w+\\.)?ip[= ]["']?${loopback}|\\.password[= ]["']?[^\\s"']`),
    exposed: /--(\w+\.)?ip[= ]["']?(0\.0\.0\.0|\*|::|\\\*|\$\(hostname|\$\{?HOSTNAME)/,
  },
  {
    service: 'code-server',
    named: /\bcode-server\b/,
    open: new RegExp(`--auth[= ]["']?none["']?${end}`),
    closed: new RegExp(`--(bind-addr|host)[= ]["']?${loopback}`),
    exposed: /--(bind-addr|host)[= ]/,
  },
  {
    service: 'a VNC server',
    named: /vnc/i,
    open: new RegExp(`--?SecurityTypes[= ]["']?None["']?${end}`, 'i'),
    closed: new RegExp(
      `-localhost(?![= ]["']?(no|0|false)\\b)|-interface[= ]["']?${loopback}|-rfbunixpath`,
      'i',
    ),
    surelyExposed: /-localhost[= ]["']?(no|0|false)\b/i,
  },
  {
    service: 'x11vnc',
    named: /\bx11vnc\b/,
    open: new RegExp(`-nopw${end}`),
    closed: new RegExp(`-localhost|-listen[= ]${loopback}|-(rfbauth|passwd|passwdfile|usepw)\\b`),
  },
  {
    service: 'KasmVNC',
    named: /-disableBasicAuth\b/i,
    open: new RegExp(`-disableBasicAuth${end}`, 'i'),
    closed: new RegExp(`-interface[= ]["']?${loopback}`, 'i'),
  },
  {
    service: 'RStudio Server',
    named: /\brserver\b/,
    open: new RegExp(`--auth-none[= ](1|true|yes)${end}`),
    closed: new RegExp(`--www-(address|socket)[= ]["']?(${loopback}|/)`),
  },
  {
    service: 'File Browser',
    named: /\bfilebrowser\b/,
    open: new RegExp(`--noauth${end}`),
    closed: new RegExp(`(--address|-a)[= ]["']?${loopback}`),
    exposed: /(--address|-a)[= ]/,
  },
  {
    service: 'OpenVSCode Server',
    named: /\b(openvscode-server|code\s+serve-web|serve-web)\b/,
    open: new RegExp(`--without-connection-token${end}`),
    closed: new RegExp(`--host[= ]["']?${loopback}|--socket-path[= ]`),
    exposed: /--host[= ]/,
  },
  {
    service: 'marimo',
    named: /\bmarimo\b/,
    open: new RegExp(`--no-token${end}`),
    closed: new RegExp(`--host[= ]["']?${loopback}`),
    exposed: /--host[= ]/,
  },
  {
    service: 'Redis',
    named: /\bredis-server\b/,
    open: new RegExp(`--protected-mode[= ]["']?no["']?${end}`),
    closed: new RegExp(`--requirepass[= ]|--bind[= ]["']?${loopback}|--aclfile[= ]|\\S\\.conf${end}`),
  },
  {
    service: 'Jupyter',
    named: /\bjupyter\b/,
    open: /--(NotebookApp|ServerApp)\.(allow_unauthenticated_access=True|password[= ](''|"")(?=[\s;]|$))/,
    closed: new RegExp(`--(\\w+\\.)?ip[= ]["']?${loopback}|\\.token[= ]["']?[^\\s"']|\\.token[= ](''|"")`),
    // An empty password alone leaves the token in its place.
    exposed:
      /allow_unauthenticated_access=True.*--(\w+\.)?ip[= ]|--(\w+\.)?ip[= ].*allow_unauthenticated_access=True/,
  },
  {
    service: 'ttyd',
    named: /(^|[\s/])ttyd\s/,
    open: /(^|[\s/])ttyd(?=\s)/,
    closed:
      /\s(-c|--credential|-A|--auth-header|-H|-i|--interface)[= ]|--version|--help|\b(install|download|wget|curl)\b/,
  },
  {
    service: 'the service',
    named: /--(no-?auth|disable-auth|no-authentication|disable-authentication|without-auth)\b/,
    open: new RegExp(
      `--(no-?auth|disable-auth|no-authentication|disable-authentication|without-auth)(=(true|1|yes))?${end}`,
    ),
    closed: new RegExp(loopback),
    exposed: /[= "'](0\.0\.0\.0|\*|\[::\])(?=[:\s"']|$)/,
  },
];

// A container whose port is published on the loopback address alone.
const publishedLocally = new RegExp(`\\s(-p|--publish)[= ]?["']?${loopback}:`);

/** The services that a script starts without authentication where other machines can reach them. */
export function openServices(script: Script, context: AnalysisContext): readonly OpenService[] {
  const found = new Map<number, OpenService>();
  for (const { text, start } of context.ask(invocations, script)) {
    for (const { service, named, open, closed, exposed, surelyExposed } of facts) {
      if (!named.test(text)) continue;
      const match = open.exec(text);
      if (
        match === null ||
        closed.test(text) ||
        publishedLocally.test(text) ||
        (exposed !== undefined && !exposed.test(text))
      )
        continue;
      const option = match[0].trim();
      const at = start + match.index + match[0].length - match[0].trimStart().length;
      const isExposed = surelyExposed?.test(text) ?? true;
      if (!found.has(at)) found.set(at, { service, option, isExposed, start: at, end: at + option.length });
    }
  }
  return [...found.values()];
}
