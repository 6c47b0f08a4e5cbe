import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textUnderlineOffset: '3px',
    textDecorationThickness: '1px',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationThickness: '2px' },
  },
});

type TextLinkProps = { readonly to: string; readonly className?: string; readonly children: ReactNode };

/** A link within the tab that looks like one without its colour too. */
export function TextLink({ to, className, children }: TextLinkProps) {
  return (
    <Link to={to} className={mergeClasses(useStyles().link, className)}>
      {children}
    </Link>
  );
}
