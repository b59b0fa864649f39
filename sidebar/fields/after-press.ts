let pressed = false;
let waiting: (() => void)[] = [];

function doAll() {
  const due = waiting;
  waiting = [];
  for (const work of due) work();
}

document.addEventListener(
  'pointerdown',
  () => {
    pressed = true;
  },
  true,
);
for (const end of ['pointerup', 'pointercancel', 'dragend'] as const) {
  document.addEventListener(
    end,
    () => {
      pressed = false;
      // The click comes after the release; what it is meant for must still be in its place.
      if (waiting.length > 0) setTimeout(doAll, 0);
    },
    true,
  );
}

/**
 * Does something that moves the page, at once or when the mouse button is up again: leaving a field by pressing on another
 * thing must not shift that thing away between press and release.
 */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
