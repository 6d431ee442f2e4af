import fc from 'fast-check';

/** Draws what a random program is put together of. */
export class Draw {
  constructor(private readonly value: fc.GeneratorValue) {}

  /** One of several. */
  public of<Option>(...options: readonly Option[]): Option {
    return options[this.between(0, options.length - 1)] as Option;
  }

  /** Whether something that happens so often out of 100 times does. */
  public chance(percent: number): boolean {
    return this.value(fc.integer, { min: 1, max: 100 }) > 100 - percent;
  }

  public between(min: number, max: number): number {
    return this.value(fc.integer, { min, max });
  }

  /** Some of several, each at most once. */
  public some<Option>(options: readonly Option[], least: number, most: number): readonly Option[] {
    return this.value(fc.shuffledSubarray, options as Option[], {
      minLength: Math.min(least, options.length),
      maxLength: Math.min(most, options.length),
    }) as Option[];
  }

  /** As many as said of what is drawn. */
  public many<Item>(least: number, most: number, item: () => Item): readonly Item[] {
    return Array.from({ length: this.between(least, most) }, item);
  }
}

/** Programs that are drawn. */
export function drawn<Item>(draw: (by: Draw) => Item): fc.Arbitrary<Item> {
  return fc.gen().map((value) => draw(new Draw(value)));
}
