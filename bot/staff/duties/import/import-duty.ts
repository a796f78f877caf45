import { CHECK_TASK } from '../../../../engine/staff/import/check-import.ts';
import { WRITE_TASK } from '../../../../engine/staff/import/confirm-import.ts';
import type { Duty } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { answerReason, askSecond, decide, drop, FLOW, openProposal, write } from './decide.ts';
import { newsAsked, newsDecided, newsDone, newsNotWritten } from './import-news.ts';
import { explainImport, hearsTable } from './receive.ts';
import { runCheck, runWrite } from './run-import.ts';

/** The registry file: sent, tried, confirmed by who sent it or by a second member, and written. */
export const importDuty: Duty = {
  commands: { import: inPrivate('import', explainImport) },
  hears: hearsTable,
  taps: {
    'import:write': inPrivate('import', write),
    'import:drop': inPrivate('import', drop),
    'import:second': inPrivate('import', askSecond),
    'import:open': inPrivate('import', (turn, { args: [id = ''] }) => openProposal(turn, id)),
    'import:confirm': inPrivate('confirm-import', (turn, data) => decide(turn, data, 'confirmed')),
    'import:decline': inPrivate('confirm-import', (turn, data) => decide(turn, data, 'declined')),
    'import:take-back': inPrivate('import', (turn, data) => decide(turn, data, 'taken-back')),
  },
  flows: { [FLOW]: inPrivate('import', answerReason) },
  tasks: { [CHECK_TASK]: runCheck, [WRITE_TASK]: runWrite },
  news: {
    'import-done': newsDone,
    'import-not-written': newsNotWritten,
    'proposal-asked': newsAsked,
    'proposal-decided': newsDecided,
  },
};
