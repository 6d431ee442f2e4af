import type { Control } from '../../read/model';
import { known } from '../context';

/** The value of a parameter of a control, if it is known. */
export function parameterOf({ parameters }: Control, name: string): string | undefined {
  return known(parameters.find(({ path }) => path === name)?.value);
}

/** A number in digits. */
export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}

/** A control as a person calls it. */
export function controlWords({ name }: Control): string | undefined {
  const words = known(name);
  return words === undefined ? undefined : `control ${words}`;
}
