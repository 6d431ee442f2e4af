/** Whether a pattern with wildcards covers another pattern, or an ARN: whatever matches the latter matches the former. */
export function covers(pattern: string, arn: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === arn;
  const last = rest.pop() as string;
  if (!arn.startsWith(first) || arn.length < first.length + last.length || !arn.endsWith(last)) return false;
  const end = arn.length - last.length;
  // The first place that fits leaves the most room for what follows.
  let at = first.length;
  for (const part of rest) {
    const found = arn.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
