import { certificateDetails, fetchPlain } from './certificates/certificate-details.ts';
import { listOfCertificates } from './certificates/certificate-list.ts';
import { askAgain } from './endorsements/ask-again.ts';
import { endorsementDetails } from './endorsements/endorsement-card.ts';
import { listOfEndorsements } from './endorsements/endorsement-list.ts';
import { fetchAgain } from './endorsements/fetch.ts';
import { muteNotices, unmuteNotices } from './endorsements/notices.ts';
import { muteTheReminders, renew, unmuteTheReminders } from './endorsements/reminders.ts';
import { askToRevoke, revoke } from './endorsements/revoke.ts';
import { answerQuestion, listOfQuestions } from './faq/faq.ts';
import { cancelled } from './home/cancel.ts';
import { help, resume, showHome } from './home/home.ts';
import { chooseLanguage, setLanguage } from './home/language.ts';
import { beginLinking, chooseType, goBackInLinking } from './linking/linking.ts';
import { agree, decline, turnNoticePage } from './notice/notice.ts';
import { askToErase, erase } from './privacy/erase.ts';
import { exportData } from './privacy/export-data.ts';
import { showPrivacy } from './privacy/privacy.ts';
import { askToUnlink, unlink } from './privacy/unlink.ts';
import {
  beginRequest,
  chooseCertificate,
  chooseDays,
  chooseScenario,
  chooseUntil,
  confirmDetails,
  goBackInRequest,
  otherDay,
  somethingWrong,
} from './request/request.ts';
import { alreadySubmitted, submit } from './request/submit.ts';
import type { Route } from './route.ts';
import { beginWriting, closeTicket, finishWriting, goOn, showSupport } from './support/support.ts';
import { keepOffered, sendOffered } from './support/offered.ts';
import { howToVerify } from './verify/verify-reference.ts';

/** What every button says, as `feature:action`, who may say it, and who answers. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'home:show': { opens: 'anyone', handle: showHome },
  'home:resume': { opens: 'anyone', handle: resume },
  'home:cancel': { opens: 'any-step', handle: cancelled },
  'help:show': { opens: 'anyone', handle: help },
  'language:choose': { opens: 'anyone', handle: chooseLanguage },
  'language:set': { opens: 'anyone', handle: setLanguage },
  'verify:how': { opens: 'anyone', handle: howToVerify },
  'faq:list': { opens: 'anyone', handle: listOfQuestions },
  'faq:show': { opens: 'anyone', handle: answerQuestion },

  'support:show': { opens: 'anyone', handle: showSupport },
  'support:new': { opens: 'anyone', handle: beginWriting },
  'support:more': { opens: 'anyone', handle: goOn },
  'support:close': { opens: 'anyone', handle: closeTicket },
  'support:done': { opens: 'anyone', handle: finishWriting },
  'support:send': { opens: 'any-step', handle: sendOffered },
  'support:keep': { opens: 'any-step', handle: keepOffered },

  'linking:begin': { opens: 'anyone', handle: (turn) => beginLinking(turn) },
  'linking:type': { opens: 'step', flow: 'linking', handle: chooseType },
  'linking:back': { opens: 'step', flow: 'linking', handle: goBackInLinking },

  'notice:page': { opens: 'linked', handle: turnNoticePage },
  'notice:agree': { opens: 'linked', handle: agree },
  'notice:decline': { opens: 'linked', handle: decline },

  'certificates:list': { opens: 'agreed', handle: listOfCertificates },
  'certificates:view': { opens: 'agreed', handle: certificateDetails },
  'certificates:plain': { opens: 'agreed', handle: fetchPlain },

  'request:choose': { opens: 'agreed', handle: chooseCertificate },
  'request:begin': { opens: 'agreed', handle: beginRequest },
  'request:wrong': { opens: 'step', flow: 'request', handle: somethingWrong },
  'request:next': { opens: 'step', flow: 'request', handle: confirmDetails },
  'request:back': { opens: 'step', flow: 'request', handle: goBackInRequest },
  'request:scenario': { opens: 'step', flow: 'request', handle: chooseScenario },
  'request:days': { opens: 'step', flow: 'request', handle: chooseDays },
  'request:other-day': { opens: 'step', flow: 'request', handle: otherDay },
  'request:until': { opens: 'step', flow: 'request', handle: chooseUntil },
  'request:submit': { opens: 'step', flow: 'request', handle: submit, stale: alreadySubmitted },

  'endorsements:list': { opens: 'agreed', handle: listOfEndorsements },
  'endorsements:view': { opens: 'agreed', handle: endorsementDetails },
  'endorsements:fetch': { opens: 'agreed', handle: fetchAgain },
  'endorsements:revoke': { opens: 'agreed', handle: askToRevoke },
  'endorsements:revoke-yes': { opens: 'agreed', handle: revoke },
  'endorsements:again': { opens: 'agreed', handle: askAgain },

  'reminders:renew': { opens: 'agreed', handle: renew },
  'reminders:mute': { opens: 'agreed', handle: muteTheReminders },
  'reminders:unmute': { opens: 'agreed', handle: unmuteTheReminders },
  'notices:mute': { opens: 'agreed', handle: muteNotices },
  'notices:unmute': { opens: 'agreed', handle: unmuteNotices },

  'privacy:show': { opens: 'anyone', handle: showPrivacy },
  'privacy:export': { opens: 'anyone', handle: exportData },
  'privacy:unlink': { opens: 'anyone', handle: askToUnlink },
  'privacy:unlink-yes': { opens: 'anyone', handle: unlink },
  'privacy:erase': { opens: 'anyone', handle: askToErase },
  'privacy:erase-yes': { opens: 'anyone', handle: erase },
};

/** What a command means, as the button that means the same. `/start` and `/cancel` have more to them. */
export const COMMANDS: Readonly<Record<string, keyof typeof ROUTES>> = {
  help: 'help:show',
  certificates: 'certificates:list',
  endorsements: 'endorsements:list',
  verify: 'verify:how',
  faq: 'faq:list',
  support: 'support:show',
  language: 'language:choose',
  privacy: 'privacy:show',
};
