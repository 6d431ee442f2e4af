import type { CheckResult, Finding, Severity } from '../check/finding';
import type { Places } from '../read/places';
import { placeOf } from './check-text';
import { visible } from './visible';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Says what checks found in the commands by which a workflow of GitHub Actions annotates files: at the line of the user's
 * program where it is known, since that is what a pull request shows, else at the line of the template.
 */
export function checkGithub({ findings }: CheckResult, places: Pick<Places, 'of'>): string {
  return findings.map((finding) => `${command(finding, places)}\n`).join('');
}

function command(finding: Finding, places: Pick<Places, 'of'>): string {
  const { severity, rule, message, fix, source, program, constructPath, stack, logicalId } = finding;
  const { file, line, column } = placeOf(finding, places) ?? {};
  const at = program
    ? { file: program.file, line: program.line }
    : { ...(file !== undefined && { file, line, col: column }) };
  const properties = Object.entries({ ...at, title: `Strongroom::${rule}` }).map(
    ([key, value]) => `${key}=${escapedProperty(String(value))}`,
  );
  const where = constructPath ?? [stack, logicalId].filter((part) => part !== undefined).join(' ');
  const text = `${where === '' ? '' : `${where}: `}${message}; ${fix} (${source})`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escaped(text)}`;
}

/** What would end the command, or begin another. */
function escaped(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
