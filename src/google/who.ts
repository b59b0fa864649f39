const key = 'who';

let automatic: ((name: string) => string) | undefined;

/** From here on this run works by itself: whoever switched it on is not at the keyboard, and the log should say so. */
export function workByItself(named: (name: string) => string): void {
  automatic = named;
}

/** The name that somebody chose once for the change log; Google does not tell a script like this one who it runs for. */
export function chosenName(): string {
  try {
    return PropertiesService.getUserProperties().getProperty(key) ?? '';
  } catch (error) {
    // Where nobody is known there are no properties of theirs either.
    console.warn(String(error));
    return '';
  }
}

/** How the log calls whoever this run works for. */
export const loggedName = (): string => (automatic ? automatic(chosenName()) : chosenName());

export function chooseName(name: string): void {
  PropertiesService.getUserProperties().setProperty(key, name);
}
