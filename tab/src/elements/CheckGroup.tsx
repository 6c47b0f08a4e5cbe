import { makeStyles, tokens } from '@fluentui/react-components';
import { DiamondDismiss12Filled } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0 },
  star: { color: tokens.colorPaletteRedForeground3 },
  under: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { marginRight: tokens.spacingHorizontalXS, verticalAlign: '-1px' },
  error: {
    display: 'block',
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type CheckGroupProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly validationMessage?: string | undefined;
  readonly children: ReactNode;
};

/** Checkboxes that answer one question together; marked as wrong as a whole. Fluent's Field is for one control. */
export function CheckGroup({ label, hint, required, validationMessage, children }: CheckGroupProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <fieldset
      className={styles.group}
      aria-describedby={`${id}-hint ${id}-error`}
      data-invalid={validationMessage ? 'true' : undefined}
    >
      <legend className={styles.legend}>
        {label}
        {required && (
          <span aria-hidden className={styles.star}>
            {' '}
            *
          </span>
        )}
      </legend>
      {children}
      <span id={`${id}-error`} role="alert" className={styles.error}>
        {validationMessage && (
          <>
            <DiamondDismiss12Filled aria-hidden className={styles.icon} />
            {validationMessage}
          </>
        )}
      </span>
      <span id={`${id}-hint`} className={styles.under}>
        {hint}
      </span>
    </fieldset>
  );
}
