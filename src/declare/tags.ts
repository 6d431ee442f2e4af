import type { CfnTag } from 'aws-cdk-lib';

/** Tags as those low-level resources take them that want a list. */
export function renderTags(tags: { readonly [key: string]: string } | undefined): CfnTag[] | undefined {
  return tags && Object.entries(tags).map(([key, value]) => ({ key, value }));
}
