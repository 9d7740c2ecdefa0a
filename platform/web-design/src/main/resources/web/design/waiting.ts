/** What was written and is not known to have arrived. @param why the code it was refused with: then it goes nowhere, and stays to be read */
export interface Waiting {
  clientId: string;
  text: string;
  why?: string;
}

/** Those that are still to go out, in order. */
export function due(waiting: Waiting[]): Waiting[] {
  return waiting.filter((message) => !message.why);
}

/** What stands beside it. @param words `data-sending`, `data-refused`, and for a code with words of its own `data-refused-<code>` */
export function standing(message: Waiting, words: DOMStringMap): string {
  return message.why ? (words[named(`refused-${message.why}`)] ?? words.refused!) : words.sending!;
}

/** As browsers name an attribute with dashes. */
function named(attribute: string): string {
  return attribute.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
