/**
 * How sure a cause is: `certain` (the text itself says it), `likely` (what is documented or reported for this text), or
 * `possible` (one of several that give the same text).
 */
export type Sureness = 'certain' | 'likely' | 'possible';

/** What an error text looks like that has a cause. */
export interface Sign {
  /**
   * Phrases, of which the text holds one: in lower case, with straight quotes, and with `*` for anything that is not
   * long, such as an ARN.
   */
  readonly texts: readonly string[];
  /** More phrases, of which one is there too: in the text, or in what else is known of the error. */
  readonly amid?: readonly string[];
  readonly sureness: Sureness;
}

/** What makes an error happen. */
export interface ErrorCause {
  /** Kebab-case and stable. */
  readonly id: string;
  readonly signs: readonly Sign[];
  /** What is wrong; one clause, lower case, no full stop. */
  readonly says: string;
  /** The IAM actions that are missing, where it is about permissions. */
  readonly actions?: readonly string[];
  /** The check that finds it before anything is deployed. */
  readonly rule?: string;
  /** What to do; one clause, lower case, no full stop. */
  readonly fix: string;
  /** The page or thread in which that was read. */
  readonly source: string;
}

/** Causes that are about one thing. */
export interface ErrorFamily {
  readonly title: string;
  readonly causes: readonly ErrorCause[];
}
