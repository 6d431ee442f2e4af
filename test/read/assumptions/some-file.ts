import fc from 'fast-check';
import { ASSUMPTION_IDS } from '../../../src/read/assumptions/registry';
import { GOOD } from './files';

const PLACES = ['*', 'eu-central-1', '111122223333/eu-central-1', 'eu-central', '111122223333', ''];
const TYPES = ['S3', 'DynamoDB', 'Storage Gateway', 's3', 'Lambda', '__proto__'];
const VALUES: readonly unknown[] = [
  true,
  false,
  0,
  1,
  35,
  36_501,
  111_122_223_333,
  2 ** 53,
  -1,
  1.5,
  'first',
  'start',
  'forever',
  '',
  null,
  [],
  {},
];

/** Values that could stand in a file somewhere, some of them in the wrong place. */
const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 5 }), fc.constantFrom(...TYPES, ...PLACES));
const key = fc.oneof(
  fc.constantFrom(...PLACES, ...TYPES, 'name', 'tags', 'resources', 'region'),
  fc.string({ maxLength: 3 }),
);

/** A file that is right, or right but for a detail or two. */
export function someFile(): fc.Arbitrary<unknown> {
  const rightPart = fc.constantFrom(...GOOD.flatMap(([, file]) => Object.entries(file ?? {})));
  const anyPart = fc.tuple(
    fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...ASSUMPTION_IDS) }, { weight: 1, arbitrary: key }),
    fc.oneof(
      value,
      fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value))),
      fc.array(fc.dictionary(key, value)),
    ),
  );
  const parts = fc.array(fc.oneof({ weight: 3, arbitrary: rightPart }, { weight: 1, arbitrary: anyPart }), {
    maxLength: 4,
  });
  return fc.tuple(parts, fc.option(fc.tuple(fc.nat(), value), { freq: 2 })).map(([chosen, fault]) => {
    const file: unknown = JSON.parse(JSON.stringify(Object.fromEntries(chosen)));
    return fault ? withFault(file, ...fault) : file;
  });
}

/** Puts a value in the place of one of those in a file. */
export function withFault(file: unknown, at: number, fault: unknown): unknown {
  const spots = spotsOf(file);
  const spot = spots[at % Math.max(1, spots.length)];
  if (spot) Reflect.defineProperty(spot.holder, spot.key, { value: fault, enumerable: true, configurable: true });
  return file;
}

function spotsOf(holder: unknown): { readonly holder: object; readonly key: string }[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).flatMap(([key, held]) => [{ holder, key }, ...spotsOf(held)]);
}
