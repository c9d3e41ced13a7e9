import { shownValue, textOf, type Value } from '../interpreter/state/value.ts';
import { goesToBackground, knownServer, ownWords } from './known-servers.ts';

/** The names of a text, which blanks and line breaks part. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Programs that end at once and write no file but those named in their redirections, by what POSIX and GNU say. */
const quick: ReadonlySet<string> = namesIn(
  `awk basename bc cat chgrp chmod chown cksum cmp column comm cut date df diff dirname du egrep env expand expr factor
  fgrep file find fmt fold free getconf getent gawk grep groups head hostname hostid id ifconfig ip join jq kill less
  locale logname ls lsb_release lscpu lsof mawk md5sum more mktemp netstat nl nproc numfmt od paste pathchk pgrep pidof
  pkill killall printenv printf ps pwd readlink realpath rev sed seq sha256sum shuf sort ss stat stty sum sync sysctl tac
  tail tee test top touch tput tr tsort tty ulimit uname uniq uptime users wc which who whoami xargs xdpyinfo yes fuser
  echo true false nvidia-smi squeue sinfo scontrol qstat sacct scancel qdel loginctl`,
);

/** Programs that may take seconds: they start an interpreter, ask the network or do real work. */
const slow: ReadonlySet<string> = namesIn(
  `apptainer apt apt-get aws bash cmake conda curl cp docker git gunzip gzip make mamba micromamba module npm npx pip pip3
  podman pw python python2 python3 Rscript R rsync scp sftp sh singularity spack ssh tar unzip uv wget yum dnf srun sbatch
  qsub node java openssl ml`,
);

/** Programs that ask another one for an answer: a port among their words is not theirs. */
const clients: ReadonlySet<string> = namesIn(
  `curl wget http https xh nc ncat telnet ssh scp pw nmap tcping wait-for-it wait-for-it.sh wait-for wait4x dockerize
  grpcurl websocat redis-cli psql createdb pg_isready pg_dump pg_restore mysql mysqladmin mariadb mariadb-admin mongo
  mongosh cqlsh influx rabbitmqctl nats firewall-cmd ufw semanage`,
);

/** Servers that authors of session workflows start, by the name of the program. */
const servers: ReadonlySet<string> = namesIn(
  `jupyter jupyter-lab jupyter-notebook jupyterhub code-server openvscode-server Xvnc Xtigervnc Xtightvnc websockify nginx
  httpd apache2 apachectl caddy lighttpd streamlit gunicorn uvicorn hypercorn waitress-serve flask rserver
  rstudio-server ttyd gotty novnc_proxy novnc_server x11vnc tensorboard mlflow vllm ollama dask-scheduler bokeh voila
  panel shiny-server http-server live-server haproxy traefik socat xpra redis-server mongod mysqld postgres marimo
  gradio grafana-server prometheus influxd superset airflow dash pgadmin4 filebrowser theia neo4j elasticsearch kibana
  sshd ray prefect dagster litellm text-generation-launcher xinetd envoy hugo mkdocs php`,
);

/** Servers that put themselves into the background. */
const daemons: ReadonlySet<string> = new Set([
  'vncserver',
  'kasmvncserver',
  'tigervncserver',
  'turbovncserver',
]);

/** Programs that hand what they start to somebody else and return at once. */
const launchers: ReadonlySet<string> = namesIn(
  `systemd-run systemctl service start-stop-daemon supervisord supervisorctl pm2 daemonize sbatch qsub at batch kubectl
  helm apachectl apache2ctl pg_ctl ray xpra lighttpd rserver rstudio-server dtach rc-service docker-compose`,
);

/** Programs that run a program that is given to them, which may serve. */
const runtimes: ReadonlySet<string> = new Set([
  'node',
  'java',
  'Rscript',
  'npm',
  'npx',
  'deno',
  'bun',
  'julia',
  'ruby',
]);

/** Options that send a server into the background, as several of them spell it. */
const backgroundOption = /^(-D|-bg|--daemon(ize)?(=(yes|true|1|on))?|--fork|--background|--detach)$/;

/** Python modules that serve. */
const serverModules =
  /^(http\.server|SimpleHTTPServer|jupyter(lab|_server)?|notebook|streamlit|uvicorn|gunicorn|flask|websockify|panel|bokeh|vllm\..*|voila|tensorboard\.main|marimo)$/;

/** How a program behaves, as far as its words tell. */
export interface ProgramKind {
  readonly server: 'certain' | 'possible' | 'no';
  /** Whether it returns at once though it serves. */
  readonly detached: boolean;
  readonly slow: boolean;
  /** Whether nothing is known about it. */
  readonly unknown: boolean;
  /** Whether a port among its words is one that it asks, not one that it opens. */
  readonly client: boolean;
}

/** What kind of program a command line starts; the first word is its name. */
export function programKind(words: readonly Value[]): ProgramKind {
  const [first, ...rest] = words;
  const name = baseName(first);
  const texts = rest.map((word) => textOf(word));
  const known = { detached: false, slow: false, unknown: false, client: false };
  const served = knownServer(words);
  if (served !== undefined && name !== baseName(ownWords(words)[0])) {
    const asks = onlyAsks(served.words.map((word) => textOf(word)));
    return { ...known, server: asks ? 'no' : 'certain', detached: goesToBackground(words), slow: true };
  }
  if (daemons.has(name)) {
    const stays = texts.includes('-fg') || texts.includes('-kill') || texts.includes('-list');
    return {
      ...known,
      server: texts.includes('-kill') || texts.includes('-list') ? 'no' : 'certain',
      detached: !stays,
    };
  }
  if (name === 'nginx') {
    const stays = rest.some((word) => shownValue(word).includes('daemon off'));
    const control = texts.some((text) => text === '-s' || text === '-t' || text === '-v' || text === '-V');
    return { ...known, server: control ? 'no' : 'certain', detached: !stays };
  }
  if (/^python[\d.]*$/.test(name)) {
    const module = texts[texts.indexOf('-m') + 1];
    if (texts.includes('-m') && module !== undefined && serverModules.test(module))
      return { ...known, server: 'certain' };
    const inline = texts.includes('-c') || texts[0] === '-';
    return {
      ...known,
      server: inline || texts.includes('--version') ? 'no' : 'possible',
      slow: true,
      unknown: !inline,
    };
  }
  if (name === 'singularity' || name === 'apptainer') {
    const action = texts.find((text) => text !== undefined && !text.startsWith('-'));
    if (action === 'instance')
      return {
        ...known,
        server: /^(start|run)$/.test(texts[1] ?? '') ? 'certain' : 'no',
        detached: true,
        slow: true,
      };
    const runs = action === 'exec' || action === 'run';
    return { ...known, server: runs ? 'possible' : 'no', slow: true, unknown: runs };
  }
  if (name === 'docker' || name === 'podman') {
    const runs = texts.includes('run');
    const detached = texts.some((text) => text === '--detach' || /^-\w*d\w*$/.test(text ?? ''));
    return {
      ...known,
      server: runs ? (publishes(texts) ? 'certain' : 'possible') : 'no',
      detached: runs && detached,
      slow: true,
      unknown: runs,
    };
  }
  if (name === 'screen' || name === 'tmux')
    return { ...known, server: 'possible', detached: true, unknown: true };
  if (name === 'pw' || first?.some((piece) => typeof piece === 'string' && piece.endsWith('/pw'))) {
    const runs = texts.includes('endpoints') && texts.includes('run');
    return { ...known, server: runs ? 'certain' : 'no', slow: true, client: !runs };
  }
  if (servers.has(name) || served !== undefined) {
    return { ...known, server: onlyAsks(texts) ? 'no' : 'certain', detached: detaches(name, texts) };
  }
  if (runtimes.has(name)) {
    const serves =
      texts.length > 0 &&
      !texts.some((text) => /^(-e|-v|-version|--version|--help|install|ci|init|build)$/.test(text ?? ''));
    return { ...known, server: serves ? 'possible' : 'no', slow: true, unknown: serves };
  }
  const client = clients.has(name);
  if (quick.has(name)) return { ...known, server: 'no', client };
  return {
    ...known,
    detached: detaches(name, texts),
    server: slow.has(name) ? 'no' : 'possible',
    slow: slow.has(name),
    unknown: !slow.has(name) || name === 'bash' || name === 'sh' || name === 'srun',
    client,
  };
}

/** Whether a container is started that opens a port on its host. */
function publishes(texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => /^(-p|-p.*:.*|--publish(=.*)?)$/.test(text ?? ''));
}

/** Whether the words of a server ask for something, or tell a running one something, and start none. */
function onlyAsks(texts: readonly (string | undefined)[]): boolean {
  if (texts.some((text) => /^--(version|help|generate-config|dump)$/.test(text ?? ''))) return true;
  if (/^-[vh]$/.test(texts.at(-1) ?? '')) return true;
  const option = texts.findIndex((text) => text === undefined || text.startsWith('-'));
  const words = option === -1 ? texts : texts.slice(0, option);
  return words.some((text) => /^(list|stop|password|kernelspec|status|build|clean)$/.test(text ?? ''));
}

/** Whether a program returns at once though what it starts goes on; some do unless told to stay. */
function detaches(name: string, texts: readonly (string | undefined)[]): boolean {
  const stays = texts.some((text) =>
    /^(--block|--wait|--scope|--pty|--no-daemon|--daemon=no|--server-daemonize[= ]?0|-n|--nodaemon)$/.test(
      text ?? '',
    ),
  );
  if (name === 'lighttpd' || name === 'sshd') return !texts.includes('-D');
  if (stays) return false;
  return launchers.has(name) || texts.some((text) => backgroundOption.test(text ?? ''));
}

/** Whether a command line opens a port of its own and hands what comes there to another one. */
export function forwardsPort(words: readonly Value[]): boolean {
  const name = baseName(words[0]);
  const texts = words.slice(1).map((word) => shownValue(word));
  if (name === 'ssh' || name === 'autossh') return texts.some((text) => /^-\w*[LRD]/.test(text));
  if (name === 'nc' || name === 'ncat') return texts.some((text) => /^-\w*l|^--listen$/.test(text));
  if (name === 'kubectl') return texts.includes('port-forward');
  return name === 'iptables' || name === 'chisel' || (name === 'pw' && texts.includes('forward'));
}

/** Whether a command line is a server that stays in the foreground, in a container or not. */
export function isServerCommand(words: readonly Value[]): boolean {
  const { server, detached } = programKind(words);
  if (server === 'certain') return !detached;
  const name = baseName(words[0]);
  const action = textOf(words[1] ?? []);
  if (!/^(singularity|apptainer)$/.test(name) || (action !== 'exec' && action !== 'run')) return false;
  const inner = words.findIndex(
    (word, index) => index > 1 && /^[\w.-]+$/.test(textOf(word) ?? '') && servers.has(textOf(word) ?? ''),
  );
  return inner !== -1 && !onlyAsks(words.slice(inner + 1).map((word) => textOf(word)));
}

/** Whether what a program leaves in the background is a process of the job, and not of some other service. */
export function endsWithItsJob(words: readonly Value[]): boolean {
  const name = baseName(words[0]);
  if (/^(singularity|apptainer)$/.test(name)) return textOf(words[1] ?? []) === 'instance';
  const texts = words.slice(1).map((word) => textOf(word) ?? '');
  if (name === 'screen') return texts.some((text) => /^-\w*dm/.test(text));
  if (name === 'tmux') return /^new(-session)?$/.test(texts[0] ?? '') && texts.includes('-d');
  return name === 'nginx' || goesToBackground(words);
}

/** Whether a program may stay in the foreground for as long as the session lasts, as far as is known. */
export function mayStay(words: readonly Value[]): boolean {
  const name = baseName(words[0]);
  if (name === 'sleep') return words.slice(1).some((word) => textOf(word) === undefined);
  if (quick.has(name) || brief.has(name) || goesToBackground(words)) return false;
  if (name === 'pw' && words.some((word) => textOf(word) === 'open-port')) return false;
  return !slow.has(name) || interpreters.has(name);
}

/** Programs that do something to files, or nothing for a while. */
const brief: ReadonlySet<string> = namesIn('cp install ln mkdir mkfifo mv rm rmdir truncate unlink');

/** Programs that run others, or follow what others do. */
const interpreters: ReadonlySet<string> = namesIn(
  `apptainer bash docker java make node npm npx podman pw python python2 python3 R Rscript sh singularity srun ssh`,
);

/** The name of the program in the first word, without its folder; empty when it is not known. */
export function baseName(word: Value | undefined): string {
  const last = word?.at(-1);
  if (typeof last !== 'string') return '';
  if (word !== undefined && word.length > 1 && !last.includes('/')) return '';
  return last.slice(last.lastIndexOf('/') + 1);
}

/** Whether a word is the name of a program that scripts are known to start. */
export function isKnownProgram(name: string): boolean {
  return quick.has(name) || slow.has(name) || servers.has(name);
}

/** Commands that hand out a port nobody uses yet: the ways that authors and the guide use. */
export function allocatesPort(words: readonly Value[], input: Value | undefined): string | undefined {
  const name = baseName(words[0]);
  const texts = words.map((word) => shownValue(word));
  if (name === 'pw' && texts.includes('agent') && texts.includes('open-port')) return 'pw agent open-port';
  if (/^python[\d.]*$|^perl$|^ruby$|^node$/.test(name)) {
    const code = `${texts.join(' ')} ${input === undefined ? '' : shownValue(input)}`;
    if (/getsockname|free_port|unused_port|listen\(0/.test(code)) return name;
  }
  if (/free.?port|open.?port|find.?port|get.?port/i.test(name)) return name;
  return undefined;
}
