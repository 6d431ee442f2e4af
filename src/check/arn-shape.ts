import { isUnknown, type Told } from '../read/told';
import { type ResourceTypeId, typeOfArn } from '../service/resource-types';

/** Stands for what only deployment knows; no ARN has it. */
const HOLE = '\u0000';

/** An ARN in its parts, as far as they are known: a part with a hole is none. */
export interface ArnShape {
  readonly service: string;
  /** Absent where only deployment knows it; empty or `*` where the ARN says so. */
  readonly region?: string;
  readonly account?: string;
  /** What follows the account, with its holes. */
  readonly resource: string;
  /** Whether all of that is known. */
  readonly isWhole: boolean;
  readonly type?: ResourceTypeId;
}

/** The parts of an ARN; `undefined` where it does not even tell its service, or is none. */
export function arnShape(arn: Told<string>): ArnShape | undefined {
  const text = isUnknown(arn) ? arn.pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('') : arn;
  const [prefix, , service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || service === undefined || service.includes(HOLE) || rest.length === 0) return undefined;
  const resource = rest.join(':');
  const type = typeOfArn(text);
  return {
    service,
    ...part('region', region),
    ...part('account', account),
    resource,
    isWhole: !resource.includes(HOLE),
    ...(type && { type }),
  };
}

function part<Name extends string>(name: Name, value: string | undefined): { readonly [name in Name]?: string } {
  return (value === undefined || value.includes(HOLE) ? {} : { [name]: value }) as { readonly [name in Name]?: string };
}
