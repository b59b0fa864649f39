import { type Call, UsageError } from './command.ts';

/**
 * JSON from the command line, or from standard input for `-`; `undefined` when none was given.
 * @throws {UsageError} when it is no JSON
 */
export async function jsonArgument(given: string | undefined, call: Call): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const text = given === '-' ? await call.readInput() : given;
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageError([`参数不是 JSON：${reason}`, `The parameters are no JSON: ${reason}`]);
  }
}
