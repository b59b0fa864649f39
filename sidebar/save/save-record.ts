import type { FieldProblem, Form, SaveResult } from '../../src/domain/api.ts';
import type { DuplicatePanel } from '../duplicates/duplicate-panel.ts';
import type { DuplicateWatch } from '../duplicates/watch-duplicates.ts';
import type { FormFields } from '../fields/form-fields.ts';
import type { Texts } from '../texts/zh-CN.ts';
import type { Foot } from './foot.ts';
import { differences, type Request, refused, requestFor, unsure } from './request.ts';
import { send } from './send.ts';

export type Saved = Extract<SaveResult, { ok: true }>;

export interface Saving {
  save(): Promise<void>;
  /** offers to find out about a save whose answer never came, perhaps before the page was closed */
  resume(): void;
}

/** Milliseconds that saving waits for a duplicate question under way. */
const duplicatePatience = 3000;

/**
 * Saves the form: checks here, one question about a sure duplicate, then the server. Only one run at a time, so a double
 * click or a second Enter changes nothing; nothing typed is touched unless the record is saved.
 */
export function createSaving(setting: {
  form: Form;
  texts: Texts;
  fields: FormFields;
  foot: Foot;
  panel: DuplicatePanel;
  watch: DuplicateWatch;
  request(): Request;
  keepRequest(request: Request): void;
  done(result: Saved, note?: string): void;
}): Saving {
  const { form, texts, fields, foot, panel, watch } = setting;
  const askedAbout = new Set<string>();
  let running = false;

  async function save(insisting = false) {
    if (running) return;
    running = true;
    try {
      await run(insisting);
    } finally {
      running = false;
    }
  }

  async function run(insisting: boolean) {
    const wrong = fields.wrong();
    if (wrong.length > 0) {
      foot.rest(texts.problems(wrong.length), 'wrong');
      wrong[0]!.focus();
      return;
    }
    // Whoever saves straight from a field has not left it, so nobody has been asked about it.
    watch.ask();
    if (watch.pending()) {
      foot.busy(texts.checkingDuplicates);
      await watch.settled(duplicatePatience);
    }
    const sure = panel.open().find(({ strength, number }) => strength === 'sure' && !askedAbout.has(number));
    if (sure) return ask(sure.number, sure.name, insisting);

    const values = fields.values();
    let request = requestFor(setting.request(), values);
    // Kept as unsure before it goes out: should the page be closed now, its draft still knows.
    setting.keepRequest(unsure(request));
    foot.busy(texts.saving);
    const keepWarnings = insisting || fields.keepsWrong();
    const input = { tab: form.tab, requestId: request.id, values, keepWarnings };
    const answer = await send('saveRecord', input, () => {
      request = unsure(request);
      foot.busy(texts.confirming);
    });

    const again = { label: texts.retry, act: () => void save(insisting) };
    if (answer.kind === 'lost') {
      return foot.retry(answer.after === 'time' ? texts.unsureTime : texts.unsureFailure, again);
    }
    if (answer.kind === 'refused') {
      setting.keepRequest(request);
      return answer.retry ? foot.retry(answer.message, again) : foot.rest(answer.message, 'wrong');
    }
    const result = answer.value;
    if (result.ok) return setting.done(result, noteOn(result, request, values));
    setting.keepRequest(refused(request, values));
    show(result.problems);
  }

  /** After a lost answer the ledger holds what was sent first; what was changed since then must not seem saved. */
  function noteOn(result: Saved, request: Request, values: Record<string, string>): string | undefined {
    if (!result.repeated) return undefined;
    const changed = differences(request.sent ?? values, values);
    if (changed.length === 0) return texts.repeated;
    const labels = changed.map((key) => fields.entry(key)?.field.label ?? key);
    return texts.repeatedOther(labels.join(form.locale === 'en' ? ', ' : '、'));
  }

  function ask(number: string, name: string, insisting: boolean) {
    askedAbout.add(number);
    const add = () => {
      panel.dismiss();
      void save(insisting);
    };
    const look = () => {
      foot.rest();
      panel.focus();
    };
    foot.ask(texts.askSure(name), { label: texts.addNew, act: add }, { label: texts.lookAt, act: look });
  }

  function show(problems: FieldProblem[]) {
    const homeless = fields.tell(problems);
    const wrong = problems.filter(({ severity }) => severity === 'wrong');
    const first = fields.first(wrong.length > 0 ? wrong : problems);
    if (wrong.length === 0) {
      const line = homeless[0]?.message ?? texts.warnings(problems.length);
      const anyway = { label: texts.keepAnyway, act: () => void save(true) };
      const look = () => {
        foot.rest();
        first?.focus();
      };
      return foot.ask(line, anyway, { label: texts.lookAgain, act: look });
    }
    const [whole] = homeless;
    foot.rest(whole && homeless.length === problems.length ? whole.message : texts.problems(wrong.length), 'wrong');
    first?.focus();
  }

  return {
    save: () => save(),
    resume: () => foot.retry(texts.unsureFailure, { label: texts.retry, act: () => void save() }),
  };
}
