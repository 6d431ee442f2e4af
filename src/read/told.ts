/** A value that only deployment can tell. */
export interface Unknown {
  /** The value as the template has it, in the notation of Fn::Sub: `vault-${Stage}`. */
  readonly unknown: string;
  /** The same in its pieces: words that are known, and holes between them. */
  readonly pieces: readonly Piece[];
}

/** A piece of a value: words, or a hole that only deployment fills. */
export type Piece = string | Hole;

/**
 * What fills a hole.
 *
 * - `resource`: an attribute of a resource that was read, or its Ref.
 * - `parameter`: a parameter that nothing gives a value.
 * - `pseudoParameter`: what CloudFormation knows of the stack, such as `AWS::Region`.
 * - `condition`: one of two values, by a condition.
 * - `dynamicReference`: a parameter or a secret of another service, `{{resolve:ssm:…}}`.
 * - `function`: a function that nobody can compute before deployment.
 * - `missing`: something that no template has which was read: an export, an output, a resource.
 */
export type HoleKind =
  | 'resource'
  | 'parameter'
  | 'pseudoParameter'
  | 'condition'
  | 'dynamicReference'
  | 'function'
  | 'missing';

/** What only deployment knows. */
export interface Hole {
  /** As Fn::Sub would write it between `${` and `}`. */
  readonly hole: string;
  readonly kind: HoleKind;
  /** The resource that tells it. */
  readonly resource?: ResourceId;
  /** The attribute of the resource; absent for its Ref. */
  readonly attribute?: string;
  /** The stack whose parameter, condition or dynamic reference it is, where that is another than that of the value. */
  readonly stack?: string;
  /** The default of a parameter: noted, not believed. */
  readonly default?: string;
  /** All that it may be, where a mapping says so. */
  readonly among?: readonly string[];
  /** The values between which a condition decides: where it holds, and where it does not; null for none. */
  readonly either?: readonly [Told<string> | null, Told<string> | null];
}

/** A value as far as the template tells it; never a guess. */
export type Told<Value> = Value | Unknown;

/** A resource of a template. */
export interface ResourceId {
  /** The name of its stack in this model. */
  readonly stack: string;
  readonly logicalId: string;
  /** Its CloudFormation type. */
  readonly type: string;
  /** The path of its construct, where the CDK tells it. */
  readonly constructPath?: string;
}

/** What an ARN leads to: a resource of a template that was read, or an ARN in so many words. */
export type Reference = Told<string> | ResourceId;

/** Whether only deployment can tell a value. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'unknown');
}

/** Whether a reference leads to a resource of a template that was read. */
export function isResource(reference: Reference): reference is ResourceId {
  return typeof reference === 'object' && !isUnknown(reference);
}
