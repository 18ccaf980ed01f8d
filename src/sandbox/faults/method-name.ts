/** GramJS's `messages.ExportChatInvite` as core.telegram.org writes it. */
export function documentedName(className: string): string {
  return className.replace(/\.[A-Z]/, (initial) => initial.toLowerCase());
}
