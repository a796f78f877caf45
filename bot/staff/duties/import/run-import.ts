import type { Member } from '../../../../engine/staff/member.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { StaffTask } from '../../../../engine/ports/stores/staff-stores.ts';
import type { ImportDeps, ImportProgress } from '../../../../engine/registry/import/import-registry.ts';
import { never } from '../../../../engine/result.ts';
import { type CheckAsk, checkImport, type CheckRefusal } from '../../../../engine/staff/import/check-import.ts';
import { writeImport, type WriteRefusal } from '../../../../engine/staff/import/write-import.ts';
import { fileFaultText, importRefusedText, moreText, rowFaultText } from '../../../../locales/import-texts.ts';
import { cut } from '../../../telegram/text/cut.ts';
import type { Effect, View } from '../../../telegram/effects.ts';
import { escapeHtml, text } from '../../../telegram/text/locale.ts';
import type { TaskContext } from '../../duty.ts';
import { badRowsCsv } from './bad-rows.ts';
import { dryRunView } from './import-views.ts';

const FAULTS_SHOWN = 10;
// A worksheet can have sixteen thousand columns that nobody knows.
const REASON_SHOWN = 1500;

/** The dry run of a file that was sent. */
export async function runCheck(task: StaffTask, context: TaskContext): Promise<Effect[]> {
  const { language } = await memberOf(task, context);
  const checked = await checkImport(importDeps(context), task, asking(context, language));
  if (checked.ok) return send(dryRunView(language, context.deps.policy, checked.value));
  return sayRefusal(language, context, checked.refusal);
}

/**
 * What was confirmed. That it was written is told by the outbox, which a kill can't silence, and so is whoever confirmed
 * it if it was not.
 */
export async function runWrite(task: StaffTask, context: TaskContext): Promise<Effect[]> {
  const { language } = await memberOf(task, context);
  const written = await writeImport(importDeps(context), task, asking(context, language));
  return written.ok ? [] : sayRefusal(language, context, written.refusal);
}

async function sayRefusal(language: Language, { deps }: TaskContext, refusal: WriteRefusal): Promise<Effect[]> {
  switch (refusal.kind) {
    case 'gone':
      // A task that was begun again after it was done has nothing to say.
      return [];
    case 'suspended':
      // Nor is there anybody to say it to.
      return [];
    case 'nothing-to-change':
      return send({ html: text(language, 'staff-import-nothing', { name: refusal.held.name }) });
    case 'registry-changed':
      return send(dryRunView(language, deps.policy, refusal.held, text(language, 'staff-import-registry-changed')));
    case 'bad':
      return sayBad(language, refusal);
    default:
      return never(refusal);
  }
}

async function sayBad(language: Language, { fault, name, bytes }: Bad): Promise<Effect[]> {
  if (fault.kind === 'file') {
    const reason = cut(fileFaultText(language, fault.fault), REASON_SHOWN);
    return send({ html: text(language, 'staff-import-unusable', { name, reason }) });
  }
  const { faults } = fault;
  const first = faults.slice(0, FAULTS_SHOWN).map((one) => rowFaultText(language, one));
  const more = faults.length > first.length ? [moreText(language, faults.length - first.length)] : [];
  const list = escapeHtml([...first, ...more, '', importRefusedText(language, faults.length)].join('\n'));
  const csv = await badRowsCsv(language, { bytes, faults });
  return [
    ...send({ html: `${text(language, 'staff-import-bad-rows', { name })}\n\n${list}` }),
    {
      kind: 'file',
      name: 'bad-rows.csv',
      mimeType: 'text/csv',
      base64: Buffer.from(csv).toString('base64'),
      captionHtml: text(language, 'staff-import-bad-rows-file'),
    },
  ];
}

type Bad = Extract<CheckRefusal, { kind: 'bad' }>;

function asking({ clock, report }: TaskContext, language: Language): CheckAsk {
  return { now: clock.now(), onProgress: (progress) => report(progressHtml(language, progress)) };
}

function progressHtml(language: Language, { stage, rows, total }: ImportProgress): string {
  return text(language, 'staff-import-progress', { stage, rows: String(rows), total: String(total) });
}

function importDeps({ storage, deps }: TaskContext): ImportDeps {
  const { catalogue, random, zone, missingCharacters } = deps;
  return { storage, catalogue, random, zone, missingCharacters };
}

async function memberOf(task: StaffTask, { storage }: TaskContext): Promise<Member> {
  const member = await storage.transact((tx) => tx.staff.members.get(task.memberId));
  if (!member) throw new Error(`the member ${task.memberId} of a task is gone`);
  return member;
}

function send(view: View): Effect[] {
  return [{ kind: 'send', view }];
}
