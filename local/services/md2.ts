/** The digits of pi, one at a time (Rabinowitz and Wagon's spigot, after Gibbons). */
function* digitsOfPi(): Generator<number> {
  let [q, r, t, k, n, l] = [1n, 0n, 1n, 1n, 3n, 3n];
  for (;;) {
    if (4n * q + r - t < n * t) {
      yield Number(n);
      const next = 10n * (r - n * t);
      n = (10n * (3n * q + r)) / t - 10n * n;
      q *= 10n;
      r = next;
    } else {
      const next = (2n * q + r) * l;
      n = (q * (7n * k) + 2n + r * l) / (t * l);
      q *= k;
      t *= l;
      l += 2n;
      k += 1n;
      r = next;
    }
  }
}

let table: Uint8Array | undefined;

/** The permutation of RFC 1319: the numbers to 255, shuffled by the digits of pi. */
function permutation(): Uint8Array {
  if (table) return table;
  const digits = digitsOfPi();
  const below = (count: number): number => {
    for (;;) {
      let value = digits.next().value as number;
      let range = 10;
      for (; range < count; range *= 10) value = value * 10 + (digits.next().value as number);
      if (value < count * Math.floor(range / count)) return value % count;
    }
  };
  const made = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 1; i < 256; i++) {
    const j = below(i + 1);
    [made[i], made[j]] = [made[j]!, made[i]!];
  }
  table = made;
  return made;
}

/** MD2 after RFC 1319, which OpenSSL has dropped and Apps Script has kept. */
export function md2(data: Uint8Array): Buffer {
  const s = permutation();
  const padding = 16 - (data.length % 16);
  const message = new Uint8Array(data.length + padding + 16).fill(padding, data.length, data.length + padding);
  message.set(data);
  const end = data.length + padding;
  for (let at = 0, last = 0; at < end; at += 16) {
    for (let j = 0; j < 16; j++) last = message[end + j]! ^= s[message[at + j]! ^ last]!;
  }
  const state = new Uint8Array(48);
  for (let at = 0; at < message.length; at += 16) {
    for (let j = 0; j < 16; j++) {
      state[16 + j] = message[at + j]!;
      state[32 + j] = state[16 + j]! ^ state[j]!;
    }
    for (let round = 0, last = 0; round < 18; round++) {
      for (let j = 0; j < 48; j++) last = state[j]! ^= s[last]!;
      last = (last + round) & 0xff;
    }
  }
  return Buffer.from(state.subarray(0, 16));
}
