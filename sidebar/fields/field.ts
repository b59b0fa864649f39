import type { Form, FormField } from '../../src/domain/api.ts';
import { checkValue, type Finding } from '../checks.ts';
import { element, fill, freshId } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';
import { afterPress } from './after-press.ts';
import { makeControl } from './make-control.ts';
import { problemLine } from './problem-line.ts';

export interface FormEntry {
  field: FormField;
  element: HTMLElement;
  read(): string;
  write(value: string): void;
  /** checks as on leaving, shows what is wrong and answers how bad it is */
  check(): 'fine' | 'warning' | 'wrong';
  /** how bad what is shown now is */
  state(): 'fine' | 'warning' | 'wrong';
  /** the person has insisted on the wrong value that stands here */
  kept(): boolean;
  /** shows what the server found; it stays until the value changes */
  tell(problem: NonNullable<Finding['problem']>): void;
  focus(): void;
}

export interface EntryEvents {
  changed(): void;
  /** the person has left the field after changing it */
  left(): void;
}

/** Kinds whose wrong values a person may insist on, because nothing else depends on them; the tab marks them. */
const keepable: ReadonlySet<FormField['kind']> = new Set(['phone', 'email']);

/** Milliseconds of silence after which a value is checked while the person is still in the field. */
const pause = 1500;

/** One field of the form: label above, input, help and what is wrong beneath. */
export function createField(field: FormField, form: Form, texts: Texts, events: EntryEvents): FormEntry {
  const id = freshId('field');
  let touched = false;
  let told = false;
  let shown: Finding['problem'];
  let kept: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const control = makeControl({ field, form, texts, id, changed });
  const help = field.help ? element('p', { id: `${id}-help`, class: 'help' }, field.help) : undefined;
  const line = element('div', { id: `${id}-problem`, class: 'problem', 'aria-live': 'polite' });
  control.target.setAttribute('aria-describedby', [help?.id, line.id].filter(Boolean).join(' '));

  function changed() {
    touched = true;
    told = false;
    clearTimeout(timer);
    // Something said to be wrong is taken back at once when it is mended; a new complaint waits until the typing rests.
    if (shown) complain();
    else timer = setTimeout(complain, pause);
    events.changed();
  }

  /** Without buttons: they would catch the Tab of somebody who types on without looking. */
  const complain = () => show(find(false).problem, false);

  function find(leaving: boolean): Finding {
    const text = control.read();
    const own = control.problem?.();
    if (own) return { display: text, problem: { message: own, severity: 'wrong' } };
    if (text !== '' && text === kept) return { display: text, problem: { message: texts.kept, severity: 'warning' } };
    const finding = checkValue(field, control.read(), form, texts);
    if (leaving && field.required && finding.display === '' && !finding.problem) {
      return { display: '', problem: { message: texts.missing(field.label), severity: 'wrong' } };
    }
    return finding;
  }

  function show(problem: Finding['problem'], mends = true) {
    shown = problem;
    const wrong = problem?.severity === 'wrong';
    frame.classList.toggle('is-wrong', wrong);
    frame.classList.toggle('is-warning', problem !== undefined && !wrong);
    if (wrong) control.target.setAttribute('aria-invalid', 'true');
    else control.target.removeAttribute('aria-invalid');
    const insist = wrong && keepable.has(field.kind) && control.read() !== '';
    const ways = mends ? { take, keep: insist ? keep : undefined } : {};
    fill(line, problem && problemLine(problem, texts, ways));
  }

  function keep() {
    kept = control.read();
    told = false;
    check();
    events.changed();
    focus();
  }

  function take(suggestion: string) {
    control.write(suggestion);
    changed();
    check();
    focus();
    events.left();
  }

  function check() {
    clearTimeout(timer);
    const finding = find(true);
    if (!finding.problem || finding.problem.severity === 'warning') {
      if (finding.display !== control.read()) control.write(finding.display);
    }
    if (!told) show(finding.problem);
    return shown?.severity ?? 'fine';
  }

  function leave() {
    if (!frame.isConnected || frame.contains(document.activeElement)) return;
    check();
    if (touched) events.left();
    touched = false;
  }

  function focus() {
    const inside =
      control.target.querySelector<HTMLElement>('input:checked') ?? control.target.querySelector<HTMLElement>('input');
    (control.labelled === 'group' ? inside : control.target)?.focus();
  }

  const label = control.labelled === 'group' ? element('span', { id: `${id}-label` }) : element('label', { for: id });
  fill(label, field.label);
  if (control.labelled === 'group') control.target.setAttribute('aria-labelledby', `${id}-label`);
  const head =
    control.labelled !== 'inline' &&
    element(
      'div',
      { class: 'head' },
      label,
      field.required && element('span', { class: 'need', 'aria-hidden': 'true' }, texts.required),
    );

  const frame = element(
    'div',
    {
      class: 'field',
      'data-field': field.key,
      on: {
        focusout: (event) => {
          // The window losing the focus (a glance at the sheet) is not leaving the field.
          if (!document.hasFocus() || frame.contains(event.relatedTarget as Node | null)) return;
          afterPress(leave);
        },
      },
    },
    head,
    control.element,
    help,
    line,
  );

  return {
    field,
    element: frame,
    read: () => control.read().trim(),
    write: (value) => {
      control.write(value);
      told = false;
      show(undefined);
    },
    // What the server refused stays refused as long as the value stays.
    check: () => (told ? (shown?.severity ?? 'fine') : check()),
    tell: (problem) => {
      told = true;
      show(problem);
    },
    state: () => shown?.severity ?? 'fine',
    kept: () => kept !== undefined && kept === control.read(),
    focus,
  };
}
