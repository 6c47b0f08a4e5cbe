import { describeAccessibility } from './accessibility.ts';
import { runningTab } from './running.ts';

/** A file of its own, since it takes as long as all the others of the tab: the two are run side by side. */
const running = runningTab();

describe('for everybody', () => describeAccessibility(running));
