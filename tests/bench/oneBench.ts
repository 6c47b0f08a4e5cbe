/** One bench in a process of its own: neither its heap nor its crash touches the others. Argument: its name. */
import { BENCHES } from './benches.ts';

const bench = BENCHES.find(({ name }) => name === process.argv[2]);
const rows = await bench?.run();
process.send?.(rows, () => process.exit());
