/**
 * How long and from which seed the random tests run: `FUZZ_RUNS=1000 FUZZ_SEED=7 npm test -- test/fuzz`. A failure prints
 * its seed and path; the same two repeat it.
 */
const number = (name: string): number | undefined => {
  const text = process.env[name];
  return text === undefined || text === '' ? undefined : Number(text);
};

/** fast-check's settings: the seed is fixed, so that the suite says the same every day. */
export function runs(usual: number): { numRuns: number; seed: number; path?: string; endOnFailure: boolean } {
  const path = process.env.FUZZ_PATH;
  return {
    numRuns: number('FUZZ_RUNS') ?? usual,
    seed: number('FUZZ_SEED') ?? 20_261_122,
    ...(path ? { path } : {}),
    // a shrunk case is easier to read
    endOnFailure: false,
  };
}

/** Milliseconds a random test may take: without end where somebody asked for more runs. */
export const patience = process.env.FUZZ_RUNS ? 24 * 3_600_000 : 60_000;
