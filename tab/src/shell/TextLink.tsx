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

type OutLinkProps = { readonly href: string; readonly className?: string; readonly children: ReactNode };

/** A link out of the tab: it opens in a window of its own, since Teams shows no other site in a tab's frame. */
export function OutLink({ href, className, children }: OutLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={mergeClasses(useStyles().link, className)}
    >
      {children}
    </a>
  );
}
