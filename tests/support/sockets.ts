// Which network sockets a process and its children hold, read from the system itself rather than from what they say.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Socket {
  readonly protocol: 'tcp' | 'udp';
  readonly local: string;
  readonly remote: string;
  readonly listening: boolean;
}

const LISTENING = '0A';
const loopback = /^(127\.|::1$|0{16}FFFF0000[0-9A-F]{6}7F$)/i;

/** Every process below `pid`, itself included. */
export function processTree(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const id = Number(name);
    const status = Number.isInteger(id) && existsSync(`/proc/${id}/stat`) ? readQuietly(`/proc/${id}/stat`) : '';
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    return status === '' ? [] : [{ id, parent }];
  });
  const below = (id: number): number[] => [
    id,
    ...parents.filter(({ parent }) => parent === id).flatMap((one) => below(one.id)),
  ];
  return below(pid);
}

/** Sockets that reach or could be reached from beyond this machine; the drivers of tests use loopback only. */
export function outsideSockets(pid: number): Socket[] {
  return processTree(pid)
    .flatMap(socketsOf)
    .filter(({ local, remote, listening }) => (listening ? !loopback.test(local) : !loopback.test(remote)));
}

function socketsOf(pid: number): Socket[] {
  const inodes = new Set(
    namesIn(`/proc/${pid}/fd`).flatMap((name) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkQuietly(`/proc/${pid}/fd/${name}`))?.[1];
      return inode === undefined ? [] : [inode];
    }),
  );
  return (['tcp', 'tcp6', 'udp', 'udp6'] as const).flatMap((table) =>
    readQuietly(`/proc/${pid}/net/${table}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map((fields) => ({
        protocol: table.startsWith('tcp') ? ('tcp' as const) : ('udp' as const),
        local: addressOf(fields[1] ?? ''),
        remote: addressOf(fields[2] ?? ''),
        listening: fields[3] === LISTENING,
      })),
  );
}

// The kernel writes IPv4 addresses as hexadecimal of little-endian words.
function addressOf(hex: string): string {
  const [address = ''] = hex.split(':');
  if (address.length !== 8) return address === '00000000000000000000000001000000' ? '::1' : address;
  return [6, 4, 2, 0].map((at) => Number.parseInt(address.slice(at, at + 2), 16)).join('.');
}

const namesIn = (folder: string): string[] => quietly(() => readdirSync(folder), []);
const readQuietly = (file: string): string => quietly(() => readFileSync(file, 'utf8'), '');
const linkQuietly = (file: string): string => quietly(() => readlinkSync(file), '');

// Processes end while they are being looked at.
function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return otherwise;
    throw error;
  }
}
