/** A line at each quarter: readable in a terminal and in a log alike. */
export function showProgress(
  what: string,
  say: (line: string) => void,
): (done: number, total: number) => void {
  let quarter = -1;
  return (done, total) => {
    const now = Math.floor((done * 4) / total);
    if (now === quarter) return;
    quarter = now;
    say(`${what}: ${now * 25} %`);
  };
}
