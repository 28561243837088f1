// A base on a network share or in a folder that a service copies behind our back gets damaged: locks do not hold there, and half-written
// files are carried about (SQLite, "How to corrupt a database file"). This looks before, so that the user can be told.

import { accessSync, constants, existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { systemCode } from './system-error';

export type FolderKind = 'local' | 'network' | 'sync-folder' | 'unknown';

export interface FolderReport {
  readonly kind: FolderKind;
  /** What it was recognised by: file system or the name of the service; `null` for local and unknown. */
  readonly sign: string | null;
  /** Bytes this user may still write; `null` when the system does not say. */
  readonly freeBytes: number | null;
  readonly writable: boolean;
}

export interface Mount {
  readonly path: string;
  readonly fileSystem: string;
}

/** Looks at a folder; of one that is still to be made, at its name and at the nearest existing one above it. */
export function inspectFolder(dir: string): FolderReport {
  const above = nearestExisting(dir);
  const folder = realPathOf(dir, above);
  const mounts = process.platform === 'linux' ? parseMounts(readFileSync('/proc/mounts', 'utf8')) : null;
  const { kind, sign } = kindOfFolder(folder, { mounts, markers: ancestorsOf(folder).flatMap(markersIn) });
  return { kind, sign, freeBytes: freeBytes(above), writable: isWritable(above) };
}

/** The lines of /proc/mounts in order; spaces in paths are written as octal there. */
export const parseMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, path, fileSystem] = line.split(' ');
    if (path === undefined || fileSystem === undefined) return [];
    return [
      {
        path: path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
        fileSystem,
      },
    ];
  });

/** Pure judgement over a real path. `mounts` is `null` where the system has no such list; `markers` are tell-tale files found on the way up. */
export function kindOfFolder(
  folder: string,
  { mounts, markers }: { mounts: readonly Mount[] | null; markers: readonly string[] },
): { kind: FolderKind; sign: string | null } {
  const service = folder.split(/[\\/]/).find((part) => syncFolderName.test(part)) ?? markers[0];
  if (service !== undefined) return { kind: 'sync-folder', sign: service };
  if (/^(\\\\|\/\/)[^\\/?.]/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)) return { kind: 'network', sign: 'UNC' };
  if (mounts === null) return { kind: 'unknown', sign: null };
  const mount = mountOf(folder, mounts);
  if (mount === undefined) return { kind: 'unknown', sign: null };
  return networkFileSystem.test(mount.fileSystem)
    ? { kind: 'network', sign: mount.fileSystem }
    : { kind: 'local', sign: null };
}

// Shared folders of virtual machines count as network: their locks are the host's business.
const networkFileSystem =
  /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|coda|gfs2?|glusterfs|lustre|ocfs2|beegfs|9p|vboxsf|virtiofs|davfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gcsfuse|glusterfs|gvfsd-fuse|kio-fuse|vmhgfs-fuse|smbnetfs|curlftpfs|google-drive-ocamlfuse|onedriver|seadrive))$/;

const syncFolderName =
  /^(OneDrive( - .+)?|SkyDrive|Dropbox( \(.+\))?|Google ?Drive|My Drive|GoogleDrive-.+|Mobile Documents|iCloud ?Drive|CloudStorage|Nextcloud|ownCloud|Seafile|SeaDrive|pCloud ?Drive|MEGA(sync)?|Box( Sync)?|Yandex\.?Disk|Syncthing|Resilio Sync|Tresorit|Proton ?Drive)$/i;

const syncMarkers = [
  '.stfolder',
  '.dropbox',
  '.dropbox.cache',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.seafile-data',
  '.tresorit',
];

/** The last mounted of the longest matching mount points, as the system itself resolves a path. */
function mountOf(folder: string, mounts: readonly Mount[]): Mount | undefined {
  const holds = ({ path }: Mount) => path === '/' || folder === path || folder.startsWith(`${path}/`);
  return mounts
    .filter(holds)
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.path.length >= best.path.length ? mount : best),
      undefined,
    );
}

const markersIn = (folder: string): string[] => syncMarkers.filter((marker) => existsSync(join(folder, marker)));

function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}

function nearestExisting(dir: string): string {
  if (existsSync(dir)) return dir;
  const parent = dirname(dir);
  return parent === dir ? dir + (dir.endsWith(sep) ? '' : sep) : nearestExisting(parent);
}

/** Links are followed as far as there is something to follow. */
const realPathOf = (dir: string, above: string): string =>
  existsSync(above) ? join(realpathSync(above), relative(above, dir)) : dir;

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}
