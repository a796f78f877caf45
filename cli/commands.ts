import type { CommandEntry } from './command.ts';
import { helpText } from './help-text.ts';

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  start: {
    usage: 'start',
    summary: 'start the service; without HOLDER_BOT_TOKEN, the sandbox with its chat page',
    load: async () => (await import('./start/start-command.ts')).startCommand,
  },
  demo: {
    usage: 'demo',
    summary: "play a holder's whole way in a chat and check the PDF it yields",
    load: async () => (await import('./demo/demo-command.ts')).demoCommand,
  },
  registry: {
    usage: 'registry import FILE [--dry-run]',
    summary: 'import holders and certificates from CSV or a workbook (.xlsx), whole or not at all',
    load: async () => (await import('./registry/import-command.ts')).importCommand,
  },
  'link-code': {
    usage: 'link-code MANAGEMENT_NUMBER',
    summary: "make a one-time code for the certificate's holder",
    load: async () => (await import('./registry/link-code-command.ts')).linkCodeCommand,
  },
  staff: {
    usage: 'staff invite --role ROLE | list',
    summary: 'make a link that lets one person into the staff bot; say who is on the staff',
    load: async () => (await import('./staff/staff-command.ts')).staffCommand,
  },
  audit: {
    usage: 'audit verify',
    summary: 'say whether the audit of the staff is whole, or where it is broken',
    load: async () => (await import('./audit/audit-command.ts')).auditCommand,
  },
  verify: {
    usage: 'verify FILE [--json]',
    summary: 'say whether a PDF is one that we issued, holds today and is sound',
    load: async () => (await import('./verify/verify-command.ts')).verifyCommand,
  },
  issuer: {
    usage: 'issuer list | check | create-demo [--out DIR]',
    summary: 'say who signs and with what; check keys and certificates; make a demonstration key',
    load: async () => (await import('./issuer-command.ts')).issuerCommand,
  },
  migrate: {
    usage: 'migrate',
    summary: 'bring the database up to this version',
    load: async () => (await import('./start/migrate-command.ts')).migrateCommand,
  },
  sandbox: {
    usage: 'sandbox [--port N] [--host ADDRESS] [--bot TOKEN[=USERNAME]]…',
    summary: 'start the local Bot API alone, for any bot',
    load: async () => (await import('./start/sandbox-command.ts')).sandboxCommand,
  },
  doctor: {
    usage: 'doctor',
    summary: 'say what is configured, reachable and missing',
    load: async () => (await import('./doctor/doctor-command.ts')).doctorCommand,
  },
  help: {
    usage: 'help',
    summary: 'show this',
    load: async () => (_argv, io) => {
      io.out(helpText(COMMANDS));
      return Promise.resolve(0);
    },
  },
};
