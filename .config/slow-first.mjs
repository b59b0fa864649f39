/** Files that take longest come first: begun last, one of them would leave the other workers with nothing to do. */
const slowest = [
  'test/faults/actions.test.ts',
  'test/ledger/cut-off.test.ts',
  'test/page/page.test.ts',
  'test/google/push.test.ts',
  'test/sidebar/search.test.ts',
  'test/backup/backup.test.ts',
  'test/journey/owner.test.ts',
  'test/reminders/today.test.ts',
  'test/ledger/clean-up.test.ts',
  'test/google/create.test.ts',
  'test/file/second-reader.test.ts',
  'test/ledger/change-log.test.ts',
  'test/ledger/card.test.ts',
  'test/ledger/merge.test.ts',
  'test/sidebar/backup-file.test.ts',
  'test/ledger/year.test.ts',
  'test/ledger/digest.test.ts',
];

export default class SlowFirst {
  /** By that list, then the larger file first: the same order on a machine that has never run them. */
  sort(tests) {
    const place = ({ path }) => {
      const at = slowest.findIndex((name) => path.endsWith(name));
      return at < 0 ? slowest.length : at;
    };
    const size = (test) => test.context.hasteFS.getSize(test.path) ?? 0;
    return [...tests].sort((a, b) => place(a) - place(b) || size(b) - size(a));
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, i) => i % shardCount === shardIndex - 1);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
