/** What a member of staff is, each with everything of the one before. */
export const STAFF_ROLES = ['agent', 'supervisor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Everything that a member of staff can do or look at, with the least role that may. */
const LEAST_ROLE = {
  help: 'agent',
  status: 'agent',
  find: 'agent',
  reveal: 'agent',
  'make-link-code': 'agent',
  unlock: 'agent',
  resend: 'agent',
  retry: 'agent',
  'ask-withdrawal': 'agent',
  queue: 'agent',
  alerts: 'agent',
  tickets: 'agent',
  'look-at-policy': 'agent',
  stats: 'agent',
  unlink: 'supervisor',
  revoke: 'supervisor',
  'confirm-withdrawal': 'supervisor',
  'give-up': 'supervisor',
  'mute-alerts': 'supervisor',
  import: 'supervisor',
  'confirm-import': 'supervisor',
  broadcast: 'supervisor',
  'canned-answers': 'supervisor',
  export: 'supervisor',
  audit: 'supervisor',
  'publish-notice': 'admin',
  'change-policy': 'admin',
  members: 'admin',
  'set-group': 'admin',
} as const satisfies Record<string, StaffRole>;

export type Capability = keyof typeof LEAST_ROLE;

export const CAPABILITIES = Object.keys(LEAST_ROLE) as Capability[];

/** The one table of who may do what. */
export function may(role: StaffRole, capability: Capability): boolean {
  return STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(LEAST_ROLE[capability]);
}
