/** The parts of a process that whoever reads its output can break. */
interface Piped {
  readonly stdout: NodeJS.EventEmitter;
  readonly stderr: NodeJS.EventEmitter;
  exit(status: number): void;
}

/** Lets whoever reads the output stop reading, as `head` does: that is no error, and nothing is left to say. */
export function guardPipes(process: Piped): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  }
}
