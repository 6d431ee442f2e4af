import type { ResourceId } from '../read/told';
import type { Verb } from '../service/permissions/permission';
import type { StatementConditions } from '../service/role/statement';

/** A statement of a policy, and what it is for. */
export interface PermitStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: StatementConditions;
  /** Why it is needed, and where AWS says so. */
  readonly why: string;
  readonly source: string;
  /** The resources that need it, and for what. */
  readonly neededBy: readonly ResourceId[];
  readonly verbs: readonly Verb[];
}

/** A policy of IAM, within its limits. */
export interface Policy {
  readonly name: string;
  /** As IAM counts them: without white space. */
  readonly characters: number;
  readonly document: PolicyDocument;
}

/** As IAM takes it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly DocumentStatement[];
}

/** A statement as IAM takes it. */
export interface DocumentStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: StatementConditions;
}

/** One action that one resource needs on one ARN. */
export interface Need extends Pick<PermitStatement, 'sid' | 'why' | 'source' | 'conditions'> {
  /** Where its statement stands among the others. */
  readonly order: number;
  readonly action: string;
  readonly resource: string;
  readonly neededBy: ResourceId;
  readonly verb: Verb;
}
