import { makeStyles, mergeClasses, Select, type SelectProps } from '@fluentui/react-components';

const useStyles = makeStyles({ root: { minWidth: 0, '& > select': { minWidth: 0 } } });

/** Fluent's select that may be narrower than its longest choice: unit names are long and screens small. */
export function Choose({ className, ...props }: SelectProps) {
  return <Select {...props} className={mergeClasses(useStyles().root, className)} />;
}
