/** What an account may be named, in the store, the configuration and the API. */
export const ACCOUNT_NAME = /^[a-z0-9-]{1,32}$/;
