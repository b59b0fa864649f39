import type { TypedDate } from './parse-date.ts';

const CLOCK = /^(?:(上午|下午|早上|中午|晚上)\s*)?(\d{1,3})[:：](\d{2})(?:[:：](\d{2})(?:\.(\d{1,3}))?)?(?:\s*([ap]\.?m?\.?))?$/i;
const CHINESE = /^(?:(上午|下午|早上|中午|晚上)\s*)?(\d{1,2})[时点](?:(\d{1,2})分?(?:(\d{1,2})秒)?)?$/;
const HOUR = /^(\d{1,2})\s*([ap]m)$/i;

/** `22:30`, `10:30 PM`, `下午3:05`, `22时30分`: a fraction of a day; hours beyond 24 are a duration. */
export function parseTime(text: string): TypedDate | undefined {
  const hour = HOUR.exec(text);
  if (hour) return time(Number(hour[1]), '0', undefined, undefined, hour[2]!.toLowerCase());
  const chinese = CHINESE.exec(text);
  if (chinese) return time(Number(chinese[2]), chinese[3] ?? '0', chinese[4], undefined, half(chinese[1]));
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  return time(Number(match[2]), match[3]!, match[4], match[5], half(match[1]) ?? match[6]?.toLowerCase());
}

function half(word: string | undefined): string | undefined {
  return word === undefined ? undefined : word === '上午' || word === '早上' ? 'am' : 'pm';
}

function time(
  hour: number,
  minute: string,
  second: string | undefined,
  fraction: string | undefined,
  ampm: string | undefined,
): TypedDate | undefined {
  const minutes = Number(minute);
  const seconds = Number(second ?? 0);
  if (minutes > 59 || seconds > 59) return undefined;
  let hours = hour;
  if (ampm) {
    if (hour < 1 || (hour > 12 && !ampm.startsWith('p')) || hour > 23) return undefined;
    hours = hour > 12 ? hour : (hour % 12) + (ampm.startsWith('p') ? 12 : 0);
  }
  const milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((fraction ?? '').padEnd(3, '0'));
  const withSeconds = second === undefined ? '' : ':ss';
  const clock = hours >= 24 ? `[h]:mm${withSeconds || ':ss'}` : `h:mm${withSeconds}`;
  return { value: milliseconds / 86_400_000, numberFormat: ampm ? `h:mm${withSeconds} am/pm` : clock };
}
