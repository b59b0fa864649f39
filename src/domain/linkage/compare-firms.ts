import { chanceOf } from './base-rates.ts';
import type { NameFinding } from './compare-names.ts';
import { oneSlip } from './one-slip.ts';
import type { NameProfile, Profiles } from './profile.ts';

/** That two firms of a register have the same name by chance, beyond what the pairs of its characters tell. */
const LEAST = 1e-7;

/** Chinese firms by their names without 有限公司; a branch is a customer of its own. */
export function compareFirms(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const [x, y] = [a.name.han, b.name.han];
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  const chance = firmChance(profiles, x.length <= y.length ? a : b);
  const same = x === y;
  const within = shorter.length >= 3 && longer.includes(shorter);
  const near = shorter.length >= 4 && oneSlip(x, y);
  if ((same || within || near) && a.branch !== b.branch) return { level: 'surname', chance };
  if (same) return { level: 'same', chance };
  if (a.sounds.some((sound) => b.sounds.includes(sound))) return { level: 'sound', chance };
  if (within) return { level: 'fits', chance };
  if (near) return { level: 'near', chance: 4 * chance };
  return { level: 'different', chance: 0 };
}

function firmChance({ size, parts, partRates }: Profiles, { parts: ids }: NameProfile): number {
  return Math.max(
    ids.reduce((chance, id) => chance * chanceOf(parts, id, partRates[id]!, size), 1),
    LEAST,
  );
}
