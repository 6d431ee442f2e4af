/** The parts of a process that whoever reads its output can break. */
interface Piped {
  readonly stdout: NodeJS.EventEmitter;
  readonly stderr: NodeJS.EventEmitter & { write(text: string): unknown };
  exit(status: number): void;
}

/** Ends the command when nobody takes its output: in silence where a reader such as `head` has enough, else not. */
export function guardPipes(process: Piped): void {
  const { stdout, stderr } = process;
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return process.exit(0);
    stderr.write(`strongroom: the output cannot be written (${code}): name a file after -o\n`);
    process.exit(2);
  });
  stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
}
