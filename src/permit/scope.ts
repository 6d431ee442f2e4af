import type { ActedOn, TypePermissions } from '../service/permissions/permission';
import type { StatementConditions } from '../service/role/statement';
import type { Estate } from './estate';
import type { Home } from './patterns';

/** ARNs, and the conditions under which actions on them are allowed. */
export interface Scope {
  readonly resources: readonly string[];
  readonly conditions?: StatementConditions;
}

/** What a resource gives for each thing that its handlers act on; what it has none of, they need no permission for. */
export type Scopes = { readonly [On in ActedOn]?: Scope };

/** What the scopes of a resource are made with. */
export interface Around {
  readonly home: Home;
  readonly estate: Estate;
  readonly permissions: TypePermissions;
}
