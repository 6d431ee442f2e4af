/** The tags of YAML itself that say what kind a value has. */
const YAML_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

/**
 * The key of the long form that a tag stands for: `Fn::Sub` for `!Sub`.
 *
 * A function that nobody has heard of becomes one all the same, so that whoever reads the value knows that it is no plain one.
 *
 * @returns nothing for the tags of YAML itself, which leave a value what it is
 */
export function longFormOf(tag: string | undefined): string | undefined {
  if (tag === undefined || tag === '!' || YAML_TAG.test(tag)) return undefined;
  const name = tag.replace(/^!/, '');
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

/** What a function takes, where its short form writes that in another way: `Table.Arn` is a list of two. */
export function argumentOf(longForm: string, value: unknown): unknown {
  if (longForm !== 'Fn::GetAtt' || typeof value !== 'string') return value;
  const dot = value.indexOf('.');
  return dot < 0 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}
