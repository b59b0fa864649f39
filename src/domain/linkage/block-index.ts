/** Slots are doubled when more than this share is taken. */
const FULL = 0.6;
const FIRST_SLOTS = 1 << 12;

/**
 * Which earlier rows share a key with a row. Open addressing over typed arrays: a hundred thousand rows with a dozen keys
 * each take some 40 MB.
 */
export class BlockIndex {
  private readonly largest: number;
  private slots = FIRST_SLOTS;
  private keys = new Uint32Array(FIRST_SLOTS);
  /** Last entry of a slot, counted from 1; 0 for a free slot. */
  private heads = new Int32Array(FIRST_SLOTS);
  private counts = new Uint16Array(FIRST_SLOTS);
  private taken = 0;
  /** Of each entry: the key, the row, and the entry before it with the same key. */
  private entryKeys = new Uint32Array(FIRST_SLOTS);
  private entryRows = new Int32Array(FIRST_SLOTS);
  private before = new Int32Array(FIRST_SLOTS);
  private entries = 0;
  /** First entry of each row. */
  private readonly starts: Int32Array;
  private readonly seen: Int32Array;

  /** @param largest rows that share one key beyond this number are not paired by it */
  constructor(size: number, largest: number) {
    this.largest = largest;
    this.starts = new Int32Array(size + 1);
    this.seen = new Int32Array(size).fill(-1);
  }

  /** Rows come in order, each once. */
  add(row: number, keys: readonly number[]): void {
    for (const key of keys) {
      if (this.entries + 1 >= this.entryKeys.length) this.lengthen();
      const slot = this.slotOf(key);
      const entry = ++this.entries;
      if (this.heads[slot] === 0) {
        this.keys[slot] = key;
        this.taken++;
      }
      this.entryKeys[entry] = key;
      this.entryRows[entry] = row;
      this.before[entry] = this.heads[slot]!;
      this.heads[slot] = entry;
      if (this.counts[slot]! < 0xffff) this.counts[slot]! += 1;
      if (this.taken > FULL * this.slots) this.widen();
    }
    this.starts[row + 1] = this.entries;
  }

  /** Earlier rows that share a key with this one, each once. All rows must have been added. */
  partnersOf(row: number, partners: number[]): void {
    partners.length = 0;
    for (let entry = this.starts[row]! + 1; entry <= this.starts[row + 1]!; entry++) {
      if (this.counts[this.slotOf(this.entryKeys[entry]!)]! > this.largest) continue;
      for (let other = this.before[entry]!; other !== 0; other = this.before[other]!) {
        const partner = this.entryRows[other]!;
        if (partner === row || this.seen[partner] === row) continue;
        this.seen[partner] = row;
        partners.push(partner);
      }
    }
  }

  private slotOf(key: number): number {
    const mask = this.slots - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.heads[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private widen(): void {
    const [keys, heads, counts] = [this.keys, this.heads, this.counts];
    this.slots *= 2;
    this.keys = new Uint32Array(this.slots);
    this.heads = new Int32Array(this.slots);
    this.counts = new Uint16Array(this.slots);
    for (let old = 0; old < heads.length; old++) {
      if (heads[old] === 0) continue;
      const slot = this.slotOf(keys[old]!);
      this.keys[slot] = keys[old]!;
      this.heads[slot] = heads[old]!;
      this.counts[slot] = counts[old]!;
    }
  }

  private lengthen(): void {
    const length = 2 * this.entryKeys.length;
    const lengthened = <A extends Int32Array | Uint32Array>(longer: A, from: A): A => {
      longer.set(from);
      return longer;
    };
    this.entryKeys = lengthened(new Uint32Array(length), this.entryKeys);
    this.entryRows = lengthened(new Int32Array(length), this.entryRows);
    this.before = lengthened(new Int32Array(length), this.before);
  }
}
