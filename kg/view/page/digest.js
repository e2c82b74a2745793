// SHA-256 (FIPS 180-4) of a text's UTF-8: a claim is named by it, and the browser's own is absent on pages that are not served safely.
const Digest = (() => {
  // The first 32 bits of the fractional part of a root of the first primes.
  const primes = Array.from({ length: 312 }, (_, i) => i).filter((n) => n > 1 && Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d));
  const part = (root) => (root - Math.floor(root)) * 2 ** 32 | 0;
  const K = Int32Array.from(primes.slice(0, 64), (p) => part(Math.cbrt(p)));
  const FIRST = Int32Array.from(primes.slice(0, 8), (p) => part(Math.sqrt(p)));

  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  const padded = (bytes) => {
    const blocks = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
    blocks.set(bytes);
    blocks[bytes.length] = 0x80;
    new DataView(blocks.buffer).setUint32(blocks.length - 4, bytes.length * 8);
    return new DataView(blocks.buffer);
  };

  const schedule = (data, from) => {
    const w = new Int32Array(64);
    for (let t = 0; t < 16; t += 1) w[t] = data.getInt32(from + 4 * t);
    for (let t = 16; t < 64; t += 1) {
      const [a, b] = [w[t - 15], w[t - 2]];
      w[t] = w[t - 16] + w[t - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    return w;
  };

  const compress = (state, w) => {
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t += 1) {
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[t] + w[t] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c)) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] += word));
  };

  const sha256 = (text) => {
    const data = padded(new TextEncoder().encode(text));
    const state = FIRST.slice();
    for (let from = 0; from < data.byteLength; from += 64) compress(state, schedule(data, from));
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  return { sha256 };
})();
