/** What the gateway tells the page as it is opened (`#boot` in index.html). */
export interface Boot {
  /** `none`: no key is needed; `done`: this browser has a session. */
  readonly signIn: 'none' | 'needed' | 'done';
  /** Whose session it is; `null`: there is none. */
  readonly caller: string | null;
  /** Whether there is a GraphiQL to link to. */
  readonly graphiql: boolean;
  /** Which Telegram the gateway speaks to, in words. Empty before somebody has signed in, as is `sandbox`. */
  readonly telegram: string;
  readonly sandbox: boolean;
  /** Whether the browser takes this address for a safe one, and so keeps a session. */
  readonly secure: boolean;
}

export const boot: Boot = JSON.parse(document.getElementById('boot')?.textContent ?? '');

/** Of this answer: a style without it is refused (Content-Security-Policy). */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
