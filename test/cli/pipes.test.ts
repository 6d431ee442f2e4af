import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { guardPipes } from '../../src/cli/pipes';

const FULL = 'strongroom: the output cannot be written (ENOSPC): name a file after -o\n';

test.each<['stdout' | 'stderr', string, number, string]>([
  ['stdout', 'EPIPE', 0, ''],
  ['stdout', 'ENOSPC', 2, FULL],
  ['stderr', 'EPIPE', 0, ''],
  ['stderr', 'ENOSPC', 2, ''],
])('where %s fails with %s, the command ends with status %d and says "%s"', (name, code, status, said) => {
  const exits: number[] = [];
  const written: string[] = [];
  const process = {
    stdout: new EventEmitter(),
    stderr: Object.assign(new EventEmitter(), { write: (text: string) => written.push(text) }),
    exit: (exit: number) => exits.push(exit),
  };
  guardPipes(process);
  process[name].emit('error', Object.assign(new Error(code), { code }));
  expect(exits).toEqual([status]);
  expect(written.join('')).toBe(said);
});
