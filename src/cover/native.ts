import { UNKNOWN } from '../service/known';
import { nativeProtection } from '../service/native-protection';
import type { Subject } from './subjects';
import type { Unread } from './unread';

/** What the service of a subject does for it by itself, as far as that is certain. */
export function nativeOf({ resource, replicaRegion }: Subject, unread: Unread): readonly string[] {
  const { type, settings, replicas } = resource;
  const within = (part: string) =>
    nativeProtection(type, (name) => {
      const path = `${part}${name}`;
      const [setting, ...more] = settings.filter((each) => each.path === path);
      if (!setting) return unread.mayTell(resource, path) === false ? undefined : UNKNOWN;
      const isCertain = more.length === 0 && !setting.when && typeof setting.value === 'string';
      return isCertain ? (setting.value as string) : UNKNOWN;
    });
  if (replicas.length === 0) return within('');
  // Each Region of a global table has settings of its own; which of them is that of the stack may be known to nobody.
  const wanted = JSON.stringify(replicaRegion);
  const parts = replicas.filter(({ region }) => replicaRegion === undefined || JSON.stringify(region) === wanted);
  const [first = [], ...others] = parts.map(({ path }) => within(`${path}.`));
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : [];
}
