/** An instant as AWS Backup writes it, without milliseconds where there are none. */
export function isoInstant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}
