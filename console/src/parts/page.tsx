import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import classes from './parts.module.css';

let isFirst = true;

interface PageProps {
  title: string;
  /** The screen that this one is a part of. */
  parent?: { name: string; path: string };
  /** Beside the title: buttons, filters. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen under its title, which gets the focus when somebody comes from another screen. */
export function Page({ title, parent, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  return (
    <>
      <title>{`${title} · Telegram gateway`}</title>
      <div className={classes.head}>
        {parent && (
          <nav aria-label="Part of">
            <Link href={parent.path}>{parent.name}</Link>
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
