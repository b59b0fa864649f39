import type { FieldKind } from '../../src/domain/dictionary/types.ts';
import { refersToCustomer } from '../customers-tab.ts';
import { choiceControl } from './choice-control.ts';
import type { Control, ControlSetting } from './control.ts';
import { dateControl } from './date-control.ts';
import { longTextControl } from './long-text-control.ts';
import { ratingControl } from './rating-control.ts';
import { customerControl } from './reference-control.ts';
import { suggestControl } from './suggest-control.ts';
import { textControl } from './text-control.ts';
import { yesNoControl } from './yes-no-control.ts';

/** Text, with a list of usual values where the form names some. */
const suggested = (setting: ControlSetting) =>
  setting.field.suggestions?.length ? suggestControl(setting) : textControl(setting);

const byKind: Record<FieldKind, (setting: ControlSetting) => Control> = {
  text: suggested,
  longText: longTextControl,
  phone: textControl,
  email: textControl,
  date: dateControl,
  money: textControl,
  integer: textControl,
  choice: choiceControl,
  reference: (setting) => (refersToCustomer(setting.field) ? customerControl(setting) : suggested(setting)),
  series: textControl,
  rating: ratingControl,
  yesNo: yesNoControl,
};

export function makeControl(setting: ControlSetting): Control {
  return byKind[setting.field.kind](setting);
}
