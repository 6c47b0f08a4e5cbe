import { arrange } from '../../../tab/src/initiative/actions/arrange.ts';
import { view } from './sampleView.ts';

describe('what may be done, as buttons', () => {
  it('puts what belongs to the next step first and the rest in a menu', () =>
    expect(arrange(view({ may: ['Cancel', 'Return', 'ApproveAsManager', 'Reject'] }))).toEqual({
      main: ['ApproveAsManager', 'Return', 'Reject'],
      more: ['Cancel'],
    }));

  it('shows nothing that may not be done', () =>
    expect(arrange(view({ may: [] }))).toEqual({ main: [], more: [] }));

  it('leaves writing and sending a draft to its own page', () =>
    expect(arrange(view({ state: 'DRAFT', may: ['ChangeContent', 'Submit', 'Cancel'] }))).toEqual({
      main: [],
      more: ['Cancel'],
    }));
});
