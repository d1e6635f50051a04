const KEY = 'pp.invite';

/**
 * The token of the link, taken out of the address (which stands in histories and on shared screens) and kept in this
 * tab alone while somebody signs in. Null when there is none.
 */
export function takeToken(): string | null {
  const fresh = window.location.hash.slice(1);
  if (fresh !== '') {
    sessionStorage.setItem(KEY, fresh);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return sessionStorage.getItem(KEY);
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
}
