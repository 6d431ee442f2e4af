import { numberOf } from './numbers';

const TRUE = /^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/;
const FALSE = /^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;

/**
 * What a scalar without quotes stands for, as CloudFormation reads it: it follows YAML 1.1, where `yes` is true. Dates stay
 * text, which is what it does with a `Version: 2012-10-17`.
 */
export function plainValue(source: string): unknown {
  if (NULL.test(source)) return null;
  if (TRUE.test(source)) return true;
  if (FALSE.test(source)) return false;
  return numberOf(source);
}
