import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, type Waiting } from './service-object.ts';
import type { Answer } from './surroundings.ts';
import { ask, questionOf } from './ui.ts';

type Arguments = (string | EnumValue)[];

/** The question, and the answer as the lower-case words of the older service. */
function box(name: 'msgBox' | 'inputBox', answered: (answer: Answer) => string) {
  return (context: ExecutionContext, _: GlobalService, ...args: Arguments): Waiting => {
    if (!context.ui) {
      throw new ServiceError(`Cannot call Browser.${name}() from this context; have you tried Logger.log() instead?`);
    }
    return ask(context, questionOf(args, name === 'inputBox'), answered);
  };
}

const OVERLOADS = 'string | string, ButtonSet | string, string, ButtonSet';

export const browserMethods: Methods<GlobalService> = {
  msgBox: [OVERLOADS, box('msgBox', ({ button }) => (button === 'CLOSE' ? 'cancel' : button.toLowerCase()))],
  inputBox: [OVERLOADS, box('inputBox', ({ button, text }) => (button === 'OK' || button === 'YES' ? (text ?? '') : 'cancel'))],
};
