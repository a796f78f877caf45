/** With which the outbox's keys of a broadcast begin; ids have a fixed length, so one is never another's beginning. */
export function broadcastKey(broadcastId: string, accountId = ''): string {
  return `broadcast:${broadcastId}:${accountId}`;
}
