import type { ReviewTexts } from './zh-CN.ts';

const customers = (count: number) => (count === 1 ? '1 customer' : `${count} customers`);
const records = (count: string) => (count === '1' ? '1 record' : `${count} records`);
const fields = (count: number) => (count === 1 ? '1 field' : `${count} fields`);

export const reviewEn: ReviewTexts = {
  title: 'Review duplicates',
  place: (at, total) => `${at} / ${total}`,
  placeAloud: (at, total) => `Group ${at} of ${total}`,
  question: (count) => `Are these ${count} the same?`,
  tier: { sure: 'Sure', likely: 'Likely', possible: 'Possible' },
  confidence: (percent) => `${percent}%`,
  reasons: 'Why',
  wasLater: 'Put off before.',

  whoStays: 'Who stays',
  together: 'Merge too',
  whose: (number) => `Customer card of ${number}`,
  openCard: 'Card',
  noRecords: 'No records',
  records: (label, count) => `${label} ${count}`,
  last: (day) => `last ${day}`,
  countsWaiting: 'Counting records…',

  fields: (count) => `${fields(count)} differ${count === 1 ? 's' : ''}: choose what to keep`,
  fieldsSame: 'Nothing contradicts.',
  comparing: 'Comparing…',
  best: (why) => `Best guess: ${why}`,
  joined: 'Keep all',
  blank: '(empty)',
  yes: 'yes',
  no: 'no',
  fixed: 'The stricter one is kept and cannot be chosen.',
  folded: (same, single) =>
    [
      same > 0 ? `${fields(same)} ${same === 1 ? 'is' : 'are'} the same` : '',
      single > 0 ? `${fields(single)} filled in for only one` : '',
    ]
      .filter(Boolean)
      .join(', '),
  changedNow: (before) => `Just changed by somebody. It was: ${before}`,

  moves: (from, count, to) => `${records(count)} of ${from} will move to ${to}.`,
  movesNone: (from, to) => `${from} has no records to move and is merged into ${to}.`,
  movesOfMany: (others, count, to) => `${records(count)} of the other ${others} will move to ${to}.`,
  movesNoneOfMany: (others, to) => `The other ${others} have no records to move and are merged into ${to}.`,
  left: (count) => (count === 1 ? 'The one left out stays and comes next.' : `The ${count} left out stay and come next.`),
  tickTwo: 'Tick at least 2 customers to merge.',
  merge: (count) => `Merge ${customers(count)}`,
  notSame: 'Not the same',
  later: 'Later',
  skip: 'Next group',
  retry: 'Try again',
  back: 'Back',
  backToReview: 'Back to the review',
  backToCard: 'Back to the card',

  merged: (names, kept, moved) =>
    moved === '0' ? `Merged ${names} into ${kept}.` : `Merged ${names} into ${kept}; ${records(moved)} moved.`,
  merging: (names) => `Merging: ${names}…`,
  judging: (names) => `Noting that these are not the same: ${names}…`,
  puttingOff: (names) => `Putting off: ${names}…`,
  confirming: (names) => `No answer yet. Finding out about: ${names}…`,
  unsureMerge: (names) =>
    `No answer arrived; these may have been merged: ${names}. “Try again” finds out and never merges twice.`,
  unsureVerdict: (names) => `No answer arrived; this may not have been noted: ${names}. Try again.`,
  undo: 'Undo',
  undoing: (names) => `Undoing: ${names}…`,
  undoLost: 'No answer arrived; it may have been undone. “Undo” finds out and never undoes twice.',
  notYet: 'The last step is still under way. It can be undone once it is done.',
  nothingToUndo: 'There is nothing to undo here yet.',
  look: 'Look',
  close: 'Hide this message',
  newsLabel: 'Just done',

  loading: 'Opening possible duplicates…',
  loadFailed: 'Possible duplicates did not open: the ledger did not answer. Check the network and try again.',
  compareFailed: 'These customers could not be compared: the ledger did not answer. Check the network and try again.',
  neverListed: 'Duplicates have not been looked for yet',
  neverListedHelp:
    'Looking for duplicates lists customers who may have been registered twice in a tab of its own. No customer is changed.',
  nothingLeft: 'No possible duplicates are waiting',
  listedAt: (when) => `Last looked for: ${when}`,
  check: 'Find duplicates',
  checkAgain: 'Look again',
  checking: 'Looking for duplicates… With many customers this takes minutes. Do something else, but keep this open.',
  checkFailed: 'No answer arrived; the search may still be running. Try again in a minute or two.',

  finished: 'All looked at',
  finishing: 'Finishing the last steps…',
  tally: { merge: 'Merged', notSame: 'Not the same', later: 'Later' },
  groups: (count) => (count === '1' ? '1 group' : `${count} groups`),
  laterAgain: (count) => (count === 1 ? 'Look at the one put off' : `Look at the ${count} put off`),

  keys: 'Keyboard',
  keyList: [
    ['↑ ↓', 'next or previous choice'],
    ['1–9', 'take that customer’s value'],
    ['Enter', 'merge'],
    ['N', 'not the same'],
    ['L', 'later'],
    ['Z', 'undo the last step'],
    ['Esc', 'back'],
    ['?', 'show or hide the keys'],
  ],
  comma: ', ',
  space: ' ',
};
