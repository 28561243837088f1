// Small files are replaced whole or not at all; folders that would damage a base are recognised.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileErrorCode, inspectFolder, kindOfFolder, parseMounts, writeFileAtomic } from '../../src-main/files';
import { mountSmallDisk } from '../system/support/mounts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (work: () => void): string | null => {
  try {
    work();
    return 'done';
  } catch (error) {
    return fileErrorCode(error);
  }
};

describe('a small file', () => {
  it('is replaced whole, readable by its owner only, with nothing left beside it', () => {
    const file = join(folder, 'keyring.json');
    writeFileAtomic(file, 'one');
    writeFileSync(`${file}.tmp`, 'left over from a crash');
    writeFileAtomic(file, Buffer.from('دو'));
    expect(readFileSync(file, 'utf8')).toBe('دو');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keyring.json']);
  });

  it('stays as it was when the new one does not fit, may not be written or has no folder', () => {
    const disk = mountSmallDisk(1);
    try {
      const file = join(disk.path, 'keyring.json');
      writeFileAtomic(file, 'old');
      expect(codeOf(() => writeFileAtomic(file, Buffer.alloc(4 * 1024 * 1024)))).toBe('files.disk-full');
      disk.setReadOnly(true);
      expect(codeOf(() => writeFileAtomic(file, 'new'))).toBe('files.read-only');
      disk.setReadOnly(false);
      expect([readFileSync(file, 'utf8'), readdirSync(disk.path)]).toEqual(['old', ['keyring.json']]);
    } finally {
      disk.remove();
    }
    expect(codeOf(() => writeFileAtomic(join(folder, 'none', 'x'), 'new'))).toBe('files.not-found');
  });
});

describe('a folder', () => {
  const mounts = parseMounts(
    [
      '/dev/sda1 / ext4 rw 0 0',
      'server:/home /home nfs4 rw 0 0',
      '/dev/sdb1 /home/amal/my\\040disk ext4 rw 0 0',
      '//nas/share /mnt/nas cifs rw 0 0',
      'x /mnt/ssh fuse.sshfs rw 0 0',
    ].join('\n'),
  );
  const kind = (path: string, markers: readonly string[] = []) => kindOfFolder(path, { mounts, markers });

  it.each([
    ['/srv/diwan', 'local', null],
    ['/home/amal/diwan', 'network', 'nfs4'],
    ['/home/amal/my disk/diwan', 'local', null],
    ['/mnt/nas/diwan', 'network', 'cifs'],
    ['/mnt/ssh/diwan', 'network', 'fuse.sshfs'],
    ['/mnt/nasty/diwan', 'local', null],
    ['/srv/Dropbox/diwan', 'sync-folder', 'Dropbox'],
    ['/srv/OneDrive - Clinic/diwan', 'sync-folder', 'OneDrive - Clinic'],
    ['/srv/Nextcloud/x', 'sync-folder', 'Nextcloud'],
    ['/srv/dropboxes/diwan', 'local', null],
  ])('%s is %s', (path, expected, sign) => {
    expect(kind(path)).toEqual({ kind: expected, sign });
  });

  it('is known by the marks a service leaves, and a share of Windows by its name', () => {
    expect(kind('/srv/any', ['/srv/.stfolder'])).toMatchObject({ kind: 'sync-folder' });
    expect(kindOfFolder('\\\\server\\share\\diwan', { mounts: null, markers: [] })).toEqual({
      kind: 'network',
      sign: 'UNC',
    });
    expect(kindOfFolder('C:\\Users\\amal', { mounts: null, markers: [] })).toEqual({ kind: 'unknown', sign: null });
  });

  it('still to be made is looked at where it will be', () => {
    const report = inspectFolder(join(folder, 'not', 'yet', 'there'));
    expect(report).toMatchObject({ kind: 'local', writable: true });
    expect(report.freeBytes).toBeGreaterThan(0);
    expect(inspectFolder(join(folder, 'Dropbox', 'new'))).toMatchObject({ kind: 'sync-folder', sign: 'Dropbox' });
    writeFileSync(join(folder, '.stfolder'), '');
    expect(inspectFolder(join(folder, 'not', 'yet')).kind).toBe('sync-folder');
  });
});
