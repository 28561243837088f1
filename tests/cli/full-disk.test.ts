// The whole program on a disk that fills up: clear words, nothing acknowledged lost, and all its threads alive when there is room again.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mountSmallDisk } from '../system/support/mounts';
import { newBase, openSession, runCli, jsonOf } from './support/cli';

const patience = 180_000;

it(
  'a session on a full disk refuses what does not fit, keeps the rest, and goes on when there is room',
  async () => {
    const disk = mountSmallDisk(16);
    const filler = join(disk.path, 'filler');
    const place = newBase(disk.path);
    try {
      writeFileSync(filler, Buffer.alloc(9 * 1024 * 1024));
      const session = openSession(place);
      const write = (text: string) =>
        session.ask<{ id: string }>('parties.create', { kind: 'person', names: [{ text }], note: 'متن '.repeat(400) });
      const ids: string[] = [];
      const keep = (reply: Awaited<ReturnType<typeof write>>): string => {
        if (reply?.ok === true) ids.push(reply.value.id);
        return reply === null ? 'gone' : reply.ok ? 'ok' : reply.error.code;
      };
      let last = 'ok';
      for (let tries = 0; tries < 10_000 && last === 'ok'; tries += 1) last = keep(await write(`پر ${tries}`));
      expect(last).toBe('db.disk-full');
      // Time for the checkpointer to try as well.
      for (let tries = 0; tries < 20; tries += 1) {
        await write('باز هم');
        await new Promise((done) => setTimeout(done, 50));
      }
      const size = (): number => statSync(join(place.base, 'data-1.db')).size;
      const whenFull = size();
      rmSync(filler);
      for (let tries = 0; tries < 50; tries += 1) expect(keep(await write(`جا ${tries}`))).toBe('ok');
      await expect.poll(size, { timeout: 20_000, interval: 200 }).toBeGreaterThan(whenFull);
      for (const id of ids) expect(await session.ask('parties.get', { id })).toMatchObject({ ok: true });
      expect(await session.ask('base.verify', {})).toMatchObject({ ok: true, value: { sound: true } });
      expect(await session.end()).toBe(0);
      expect(session.stderr()).toBe('');
      expect(jsonOf(runCli(['verify', ...place.access, '--json']))).toMatchObject({ ok: true, value: { sound: true } });
      expect(readFileSync(place.recoveryFile, 'utf8').length).toBeGreaterThan(20);
    } finally {
      disk.remove();
    }
  },
  patience,
);
