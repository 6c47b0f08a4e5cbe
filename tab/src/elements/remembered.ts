/** Asks once for each text. For few different texts that are asked for often: nothing is ever forgotten. */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}
