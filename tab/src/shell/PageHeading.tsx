import { type ReactNode, useEffect, useRef } from 'react';
import { useGlobalStyles } from './globalStyles.ts';

/** True from the second page of a visit on: the first one must not take the focus from Teams. */
let moved = false;

type PageHeadingProps = { readonly title: string; readonly children?: ReactNode };

/** The page's only h1. Gets the focus when one comes from another page, so that a screen reader says where one is. */
export function PageHeading({ title, children }: PageHeadingProps) {
  const global = useGlobalStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
    moved = true;
  }, []);
  useEffect(() => {
    document.title = `${title} – Färdplan`;
  }, [title]);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={global.pageTitle}
      style={{ outline: 'none', overflowWrap: 'anywhere' }}
    >
      {children ?? title}
    </h1>
  );
}
