/** How Teams (light) draws cards, near enough to judge order, space and width by. */
export const TEAMS_LIKE = {
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#EEEEEE' },
  fontTypes: {
    default: font('"Segoe UI", "Liberation Sans", Arial, sans-serif'),
    monospace: font('monospace'),
  },
  fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  containerStyles: {
    default: { backgroundColor: '#FFFFFF', foregroundColors: colours('#242424') },
    emphasis: { backgroundColor: '#F9F8F7', foregroundColors: colours('#242424') },
    attention: { backgroundColor: '#FFC5B2', foregroundColors: colours('#242424') },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 16 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      weight: 'bolder',
      isSubtle: false,
      wrap: true,
      maxWidth: 140,
    },
    value: { color: 'default', size: 'default', weight: 'default', isSubtle: false, wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { color: 'default', weight: 'bolder' },
      optionalInputs: { color: 'default', weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { weight: 'bolder', size: 'large' } },
};

function font(fontFamily: string) {
  return {
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  };
}

function colours(ink: string) {
  const shade = (colour: string) => ({ default: colour, subtle: '#616161' });
  return {
    default: shade(ink),
    dark: shade(ink),
    light: shade('#FFFFFF'),
    accent: shade('#4F52B2'),
    good: shade('#237B4B'),
    warning: shade('#835C00'),
    attention: { default: '#C4314B', subtle: '#C4314B' },
  };
}

export const STYLES = `
  * { box-sizing: border-box; }
  body { margin: 0; background: #EBEBEB; font: 14px "Segoe UI", "Liberation Sans", Arial, sans-serif; }
  #card { background: #FFF; border-radius: 8px; }
  .ac-textBlock p { margin: 0 0 6px; } .ac-textBlock p:last-child { margin: 0; }
  .ac-textBlock ol, .ac-textBlock ul { margin: 0; padding-left: 22px; }
  input.ac-input:not([type=checkbox]):not([type=radio]), textarea.ac-input, select.ac-input { width: 100%; font: inherit; padding: 6px 10px; border: 1px solid #D1D1D1; border-bottom-color: #616161; border-radius: 4px; background: #FFF; }
  textarea.ac-input { min-height: 74px; resize: vertical; }
  .ac-pushButton { font: 600 14px "Segoe UI", "Liberation Sans", Arial, sans-serif; padding: 6px 14px; border: 1px solid #D1D1D1; border-radius: 4px; background: #FFF; color: #242424; white-space: normal; }
  .ac-pushButton.style-positive { background: #5B5FC7; border-color: #5B5FC7; color: #FFF; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; } .ac-actionSet > div[style*='flex: 0 0 auto'] { display: none; }
  .ac-selectable { cursor: pointer; }
`;
