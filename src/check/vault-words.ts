import type { Vault } from '../read/model';
import { known } from './context';

/** A vault as a person calls it. */
export function vaultWords(vault: Vault): string {
  return `vault '${known(vault.name) ?? vault.logicalId}'`;
}
