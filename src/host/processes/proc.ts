import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ListeningSocket, ProcessInfo } from '../../ports/processes.ts';

/** A line of the process table; zombies are left out because they have ended. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly name: string;
  readonly ticks: number;
  /** Clock ticks after boot at which it started: with the pid, an identity that is never used again. */
  readonly startedAt: number;
}

/** The text of a file of /proc, or `undefined` when it is gone or not ours to see. */
export function procText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

/** The table of living processes. */
export function processTable(): readonly ProcessRow[] {
  let names: readonly string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  const rows: ProcessRow[] = [];
  for (const name of names) {
    const row = /^\d+$/.test(name) ? processRow(Number(name)) : undefined;
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** One living process, or `undefined` when it has ended. */
export function processRow(pid: number): ProcessRow | undefined {
  const stat = procText(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const open = stat.indexOf('(');
  const close = stat.lastIndexOf(')');
  const fields = stat.slice(close + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const number = (index: number): number => Number(fields[index] ?? 0);
  return {
    pid,
    name: stat.slice(open + 1, close),
    parent: number(1),
    group: number(2),
    session: number(3),
    ticks: number(11) + number(12),
    startedAt: number(19),
  };
}

/** The rows that descend from a process, itself left out. */
export function descendantsOf(pid: number, rows: readonly ProcessRow[]): readonly ProcessRow[] {
  const children = new Map<number, ProcessRow[]>();
  for (const row of rows) {
    const siblings = children.get(row.parent);
    if (siblings === undefined) children.set(row.parent, [row]);
    else siblings.push(row);
  }
  const found: ProcessRow[] = [];
  const open = [pid];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      open.push(child.pid);
    }
    children.delete(parent);
  }
  return found;
}

/** Whether a process was started with `NAME=VALUE` in its environment. */
export function hasEnvironment(pid: number, pair: string): boolean {
  const environment = procText(`/proc/${pid}/environ`);
  return environment !== undefined && `\0${environment}`.includes(`\0${pair}\0`);
}

/** A variable of the environment that a process was started with. */
export function environmentOf(pid: number, name: string): string | undefined {
  const environment = procText(`/proc/${pid}/environ`);
  const pair = environment?.split('\0').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** The command line, at most 300 characters; the name in brackets when there is none. */
export function commandOf(row: ProcessRow): string {
  const line = procText(`/proc/${row.pid}/cmdline`)?.replace(/\0+$/, '').replaceAll('\0', ' ');
  const command =
    line === undefined || line === '' ? `[${row.name}]` : Buffer.from(line, 'latin1').toString('utf8');
  return command.length > 300 ? `${command.slice(0, 299)}…` : command;
}

/** A row with its command line and program file. */
export function describeProcess(row: ProcessRow): ProcessInfo {
  let program: string | undefined;
  try {
    program = readlinkSync(`/proc/${row.pid}/exe`);
  } catch {
    program = undefined;
  }
  return {
    pid: row.pid,
    parent: row.parent,
    group: row.group,
    session: row.session,
    command: commandOf(row),
    program,
    ticks: row.ticks,
    step: environmentOf(row.pid, 'PW_CHECK_STEP'),
  };
}

/** The process that holds a socket, looked for among the given pids. */
export function holderOf(inode: number, pids: Iterable<number>): number | undefined {
  const wanted = `socket:[${inode}]`;
  for (const pid of pids) {
    let descriptors: readonly string[];
    try {
      descriptors = readdirSync(`/proc/${pid}/fd`);
    } catch {
      continue;
    }
    for (const descriptor of descriptors) {
      try {
        if (readlinkSync(`/proc/${pid}/fd/${descriptor}`) === wanted) return pid;
      } catch {
        // it was closed in between
      }
    }
  }
  return undefined;
}

/** The listening sockets as /proc/net shows them; costs some milliseconds. */
export function listeningSockets(): readonly ListeningSocket[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => {
    const found: ListeningSocket[] = [];
    for (const line of (procText(path) ?? '').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[3] !== '0A') continue;
      const [address, port] = (fields[1] ?? '').split(':');
      found.push({
        address: addressOf(wordsToBytes(address ?? '')),
        port: Number.parseInt(port ?? '', 16),
        inode: Number(fields[9]),
      });
    }
    return found;
  });
}

/** /proc/net writes addresses as words in the machine's byte order; every machine of ours is little-endian. */
function wordsToBytes(hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  for (let at = 0; at + 4 <= bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
  return bytes;
}

/** An address as people write it; IPv4 addresses inside IPv6 as IPv4. */
export function addressOf(bytes: Buffer): string {
  if (bytes.length === 4) return [...bytes].join('.');
  if (bytes.subarray(0, 12).equals(Buffer.from('00000000000000000000ffff', 'hex'))) {
    return [...bytes.subarray(12)].join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  const text = groups.join(':');
  const longest = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index);
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}
