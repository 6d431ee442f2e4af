import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { guardPipes } from '../../src/cli/pipes';

test.each([
  ['whoever read the output stopped reading', 'EPIPE', 0],
  ['the disk is full', 'ENOSPC', 2],
])('where %s, the command ends quietly', (_, code, status) => {
  for (const name of ['stdout', 'stderr'] as const) {
    const exits: number[] = [];
    const process = {
      stdout: new EventEmitter(),
      stderr: new EventEmitter(),
      exit: (exit: number) => exits.push(exit),
    };
    guardPipes(process);
    process[name].emit('error', Object.assign(new Error(code), { code }));
    expect(exits).toEqual([status]);
  }
});
