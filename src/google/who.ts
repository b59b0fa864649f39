const key = 'who';

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

export function chooseName(name: string): void {
  PropertiesService.getUserProperties().setProperty(key, name);
}
