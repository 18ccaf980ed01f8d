import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { AccountIcon, ChatsIcon, type IconProps, LinksIcon, RequestsIcon } from '../parts/icons.tsx';

type Screen = LazyExoticComponent<ComponentType>;

/** A screen with its place in the navigation. */
export interface Place {
  readonly name: string;
  /** Below `/console`. */
  readonly path: string;
  readonly icon: ComponentType<IconProps>;
  /** Pressed after `g`. */
  readonly key: string;
}

/** A group has a name where there is more than one. */
export const NAVIGATION: readonly { readonly name: string | null; readonly places: readonly Place[] }[] = [
  {
    name: null,
    places: [
      { name: 'Requests', path: '/requests', icon: RequestsIcon, key: 'r' },
      { name: 'Links', path: '/links', icon: LinksIcon, key: 'l' },
      { name: 'Chats', path: '/chats', icon: ChatsIcon, key: 'c' },
      { name: 'Accounts', path: '/accounts', icon: AccountIcon, key: 'a' },
    ],
  },
];

/** Each screen is loaded when it is first opened. A longer path stands before the one that it begins with. */
export const ROUTES: readonly { readonly path: string; readonly screen: Screen }[] = [
  { path: '/links/:peer/:hash', screen: lazy(() => import('../link/link-screen.tsx')) },
  { path: '/links/:peer?', screen: lazy(() => import('../links/links-screen.tsx')) },
  { path: '/requests/:peer?', screen: lazy(() => import('../requests/requests-screen.tsx')) },
  { path: '/chats', screen: lazy(() => import('../chats/chats-screen.tsx')) },
  { path: '/accounts', screen: lazy(() => import('../accounts/accounts-screen.tsx')) },
];

/** What `/console` itself opens. */
export const FIRST = '/requests';
