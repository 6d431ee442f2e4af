import { Token } from 'aws-cdk-lib';
import { UnscopedValidationError } from 'aws-cdk-lib/core/lib/errors';
import type { CopyGoal } from '../cover/objectives/objective';

const OTHER = 'other';

/**
 * A place that recovery points have to be copied to.
 *
 * @example
 * new ProtectionObjective(this, 'Elsewhere', {
 *   copies: [RequiredCopy.inAnotherRegion(), RequiredCopy.inAnotherAccount('eu-west-1')],
 * });
 */
export class RequiredCopy {
  /** Any Region but that of the resource. */
  public static inAnotherRegion(): RequiredCopy {
    return new RequiredCopy({ region: OTHER });
  }

  /**
   * Any account but that of the resource.
   *
   * @param region the Region in that account; by default any
   */
  public static inAnotherAccount(region?: string): RequiredCopy {
    return new RequiredCopy({ account: OTHER, ...(region !== undefined && { region: regionIn(region) }) });
  }

  /** Any account and any Region but those of the resource, both at once. */
  public static inAnotherAccountAndRegion(): RequiredCopy {
    return new RequiredCopy({ account: OTHER, region: OTHER });
  }

  /**
   * A Region of whichever account.
   *
   * @param region such as `eu-west-1`
   */
  public static inRegion(region: string): RequiredCopy {
    return new RequiredCopy({ region: regionIn(region) });
  }

  /**
   * An account.
   *
   * @param account its 12 digits
   * @param region the Region in that account; by default any
   */
  public static inAccount(account: string, region?: string): RequiredCopy {
    return new RequiredCopy({
      account: accountIn(account),
      ...(region !== undefined && { region: regionIn(region) }),
    });
  }

  private constructor(
    /** @internal */
    public readonly _goal: CopyGoal,
  ) {}
}

function accountIn(account: string): string {
  if (!Token.isUnresolved(account) && /^\d{12}$/.test(account)) return account;
  return refuse('account', account, 'the 12 digits of an account, as in 111122223333');
}

function regionIn(region: string): string {
  if (!Token.isUnresolved(region) && /^[a-z]+(-[a-z]+)+-\d+$/.test(region)) return region;
  return refuse('Region', region, 'a Region by its name, as in eu-west-1');
}

function refuse(what: string, got: string, wanted: string): never {
  const given = Token.isUnresolved(got) ? 'a token, which only deployment fills' : JSON.stringify(got);
  throw new UnscopedValidationError(
    'Strongroom::RequiredCopy' as ConstructorParameters<typeof UnscopedValidationError>[0],
    `the ${what} of a required copy is ${given}: give ${wanted}`,
  );
}
