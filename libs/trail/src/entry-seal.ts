import { createHmac } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import { type Digest, hashOf } from './digest.js';
import { PERSONAL_FIELDS, type PersonalField, type TrailEntry } from './trail-entry.js';

/** A field after an erasure in its entry: what is kept has its salt, what is gone has its commitment. Hexadecimal. */
type Leaf = { readonly salt: string } | { readonly commitment: string };

/**
 * What is needed beside an entry to find its hash again. One salt opens all fields; once one of them is erased, that
 * salt is gone and each field stands alone, because a name or an address is soon guessed by who holds the salt.
 */
export type Opening =
  { readonly salt: string } | { readonly leaves: Readonly<Partial<Record<PersonalField, Leaf>>> };

/** What an erased field holds: nothing, or no letter where the table wants a text. */
const isBlank = (field: PersonalField, value: string | null): boolean =>
  value === null || (field === 'actorName' && value === '');

const saltOf = (digest: Digest, salt: string, field: PersonalField): string =>
  createHmac(digest, Buffer.from(salt, 'hex')).update(field).digest('hex');

const commitmentTo = (digest: Digest, salt: string, value: string): string =>
  hashOf(digest, 'commitment', Buffer.from(salt, 'hex'), value).toString('hex');

/** The commitment of one field; undefined where it holds nothing, false where what it holds cannot be what was sealed. */
const commitmentOf = (
  digest: Digest,
  entry: TrailEntry,
  opening: Opening,
  field: PersonalField,
): string | undefined | false => {
  const value = entry[field];
  if ('salt' in opening)
    return value === null ? undefined : commitmentTo(digest, saltOf(digest, opening.salt, field), value);
  const leaf = opening.leaves[field];
  if (leaf === undefined) return value === null ? undefined : false;
  if ('commitment' in leaf) return isBlank(field, value) && leaf.commitment;
  return value !== null && commitmentTo(digest, leaf.salt, value);
};

/**
 * The hash of an entry, which is its leaf in the tree of its batch: over the fields in clear and the commitments of the
 * personal ones. Undefined where a field holds something that was never sealed.
 */
export const entryHash = (digest: Digest, entry: TrailEntry, opening: Opening): Buffer | undefined => {
  const sealed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry)) if (value !== null) sealed[name] = value;
  const commitments: Record<string, string> = {};
  for (const field of PERSONAL_FIELDS) {
    delete sealed[field];
    const commitment = commitmentOf(digest, entry, opening, field);
    if (commitment === false) return undefined;
    if (commitment !== undefined) commitments[field] = commitment;
  }
  return hashOf(digest, 'leaf', canonicalText({ ...sealed, commitments }));
};

/** Personal fields of an entry that were erased from it. */
export const erasedOf = (opening: Opening): readonly PersonalField[] =>
  'salt' in opening
    ? []
    : PERSONAL_FIELDS.filter((field) => {
        const leaf = opening.leaves[field];
        return leaf !== undefined && 'commitment' in leaf;
      });

/** The opening that remains once `fields` are blank: the hash of the entry stays what it is. */
export const erase = (
  digest: Digest,
  entry: TrailEntry,
  opening: Opening,
  fields: readonly PersonalField[],
): Opening => {
  const leaves: Partial<Record<PersonalField, Leaf>> = {};
  for (const field of PERSONAL_FIELDS) {
    const known = 'leaves' in opening ? opening.leaves[field] : undefined;
    const commitment = commitmentOf(digest, entry, opening, field);
    if (commitment === undefined) continue;
    if (commitment === false) throw new Error(`Field ${field} of entry ${entry.id} is not what was sealed.`);
    if (fields.includes(field)) leaves[field] = { commitment };
    else if (known !== undefined) leaves[field] = known;
    else if ('salt' in opening) leaves[field] = { salt: saltOf(digest, opening.salt, field) };
  }
  return { leaves };
};
