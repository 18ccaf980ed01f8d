import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { boot } from '../data/boot.ts';
import { session, signOut } from '../data/session.ts';
import { GraphqlIcon, HelpIcon, LinksIcon, MoonIcon, SignOutIcon, SunIcon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { AccountBadge } from './account-badge.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { help } from './help.tsx';
import classes from './layout.module.css';
import { NAVIGATION } from './navigation.ts';

/** What stands around every screen. */
export function Layout({ children }: { children: ReactNode }) {
  const [, navigate] = useLocation();
  const places = NAVIGATION.flatMap((group) => group.places);
  useShortcuts('Everywhere', [
    ...places.map(({ key, name, path }) => ({ keys: `g ${key}`, label: name, run: () => navigate(path) })),
    { keys: '?', label: 'This list', run: () => help.set(true) },
  ]);
  return (
    <div className={classes.layout}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <header className={classes.side}>
        <div className={classes.brand}>
          <LinksIcon /> <span>Telegram gateway</span>
        </div>
        <nav className={classes.nav} aria-label="Screens">
          <Places />
        </nav>
        <div className={classes.foot}>
          <AccountBadge />
          <Tools />
        </div>
      </header>
      <main className={classes.main} id="main" tabIndex={-1}>
        <ConnectionBanner />
        {children}
        <Notifications position="bottom-right" withinPortal={false} />
      </main>
    </div>
  );
}

function Places() {
  const [location] = useLocation();
  return NAVIGATION.map(({ name, places }) => (
    <ul key={name} aria-label={name ?? undefined}>
      {places.map(({ name, path, icon: Icon }) => (
        <li key={path}>
          <Link href={path} aria-current={isWithin(location, path) ? 'page' : undefined}>
            <Icon /> {name}
          </Link>
        </li>
      ))}
    </ul>
  ));
}

const isWithin = (location: string, path: string) => location === path || location.startsWith(`${path}/`);

function Tools() {
  return (
    <div className={classes.tools}>
      <ColorSwitch />
      <Tool label="Keyboard shortcuts" run={() => help.set(true)}>
        <HelpIcon />
      </Tool>
      {boot.graphiql && (
        <Tooltip label={session.get() === 'done' ? 'GraphiQL (asks for the API key again)' : 'GraphiQL'}>
          <ActionIcon component="a" href="/graphql" target="_blank" rel="noreferrer" aria-label="Open GraphiQL">
            <GraphqlIcon />
          </ActionIcon>
        </Tooltip>
      )}
      {session.get() === 'done' && (
        <Tool label="Sign out" run={signOut}>
          <SignOutIcon />
        </Tool>
      )}
    </div>
  );
}

function ColorSwitch() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <Tool label={`Use ${other} colours`} run={() => setColorScheme(other)}>
      {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </Tool>
  );
}

function Tool({ label, run, children }: { label: string; run: () => unknown; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={run} aria-label={label}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
