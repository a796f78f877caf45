// Made by scripts/generate-messages.ts from the texts beside it; not to be edited.

/** The variables of every message. */
export interface Messages {
  broadcast: { authority: string; words: string };
  'button-agree': object;
  'button-all-questions': object;
  'button-ask-again': object;
  'button-back': object;
  'button-begin-linking': object;
  'button-cancel': object;
  'button-certificates': object;
  'button-change-validity': object;
  'button-choice': { days: number; lastDay: string };
  'button-choice-recommended': { days: number; lastDay: string };
  'button-continue-here': object;
  'button-decline': object;
  'button-details-right': object;
  'button-details-wrong': object;
  'button-endorsements': object;
  'button-erase': object;
  'button-erase-yes': object;
  'button-export': object;
  'button-faq': object;
  'button-fetch': object;
  'button-have-code': object;
  'button-home': object;
  'button-keep': object;
  'button-language': object;
  'button-latest-day': { lastDay: string };
  'button-mute': object;
  'button-mute-list': object;
  'button-next-page': object;
  'button-notices-off': object;
  'button-notices-off-list': object;
  'button-notices-on': object;
  'button-notices-on-list': object;
  'button-open-chat': object;
  'button-other-day': object;
  'button-plain-copy': object;
  'button-previous-page': object;
  'button-privacy': object;
  'button-read-again': object;
  'button-refresh': object;
  'button-relink': object;
  'button-renew': { days: number };
  'button-request': object;
  'button-retry-linking': object;
  'button-revoke': object;
  'button-revoke-yes': object;
  'button-share-phone': object;
  'button-stay': object;
  'button-submit': object;
  'button-support': object;
  'button-support-close': object;
  'button-support-done': object;
  'button-support-keep': object;
  'button-support-more': { ticket: string };
  'button-support-new': object;
  'button-support-send': { ticket: string };
  'button-unlink': object;
  'button-unlink-yes': object;
  'button-unmute': object;
  'button-unmute-list': object;
  'button-verify': object;
  'button-view-endorsement': object;
  cancelled: object;
  certificate: object;
  'certificate-button': { name: string; status: string };
  'certificate-plain-coming': object;
  'certificate-plain-note': object;
  'certificate-request-note': object;
  'certificate-status-valid': object;
  'certificate-status-withdrawn': object;
  'certificate-withdrawn-note': { contact: string };
  certificates: { total: string };
  'certificates-empty': { authority: string };
  'command-cancel': object;
  'command-certificates': object;
  'command-endorsements': object;
  'command-faq': object;
  'command-help': object;
  'command-language': object;
  'command-privacy': object;
  'command-start': object;
  'command-support': object;
  'command-verify': object;
  'copy-caption': {
    certificate: string;
    firstDay: string;
    lastDay: string;
    number: string;
    place: string;
    scenario: string;
    verificationCode: string;
    verifyUrl: string;
  };
  'dialog-expired': object;
  'document-corrected': { hotline: string; hours: string };
  'document-type-foreign-permanent-resident-card': object;
  'document-type-hong-kong-macau-permit': object;
  'document-type-military-officer-card': object;
  'document-type-passport': object;
  'document-type-resident-identity-card': object;
  'document-type-taiwan-permit': object;
  'endorsement-button-other': { ending: string; name: string; standing: string };
  'endorsement-button-valid': { daysLeft: number; ending: string; name: string };
  'endorsement-card': {
    certificate: string;
    firstDay: string;
    lastDay: string;
    number: string;
    scenario: string;
    state: string;
  };
  'endorsement-state-expired': object;
  'endorsement-state-failed': object;
  'endorsement-state-generating': { promisedBy: string };
  'endorsement-state-revoked': object;
  'endorsement-state-valid': { daysLeft: number };
  'endorsement-verified': { count: number };
  endorsements: { total: string };
  'endorsements-empty': object;
  'erase-ask': object;
  'erase-done': object;
  'erase-later': { hotline: string; hours: string; until: string };
  'export-caption': { date: string };
  failed: { certificate: string; hotline: string; hours: string; number: string; reason: string };
  'fallback-contact': object;
  'fallback-other': object;
  'fallback-text': object;
  faq: { hotline: string; hours: string };
  'faq-answer': { answer: string; question: string };
  'faq-blank': object;
  'faq-blank-answer': object;
  'faq-check': object;
  'faq-check-answer': { bot: string; place: string };
  'faq-corrected': object;
  'faq-corrected-answer': object;
  'faq-expired': object;
  'faq-expired-answer': { reminded: string };
  'faq-how-long': object;
  'faq-how-long-answer': { promiseHours: string };
  'faq-human': object;
  'faq-human-answer': { hotline: string; hours: string };
  'faq-missing': object;
  'faq-missing-answer': { authority: string };
  'faq-phone': object;
  'faq-phone-answer': { hotline: string; hours: string };
  'faq-quota': object;
  'faq-quota-answer': { counts: string; limit: string; windowDays: string };
  'faq-revoke': object;
  'faq-revoke-answer': object;
  'faq-validity': object;
  'faq-validity-answer': { maxDays: string };
  'faq-what': object;
  'faq-what-answer': object;
  'faq-which': object;
  'faq-which-answer': { before: string; day: string };
  'faq-wrong': object;
  'faq-wrong-answer': object;
  'fetch-coming': object;
  'fetch-erased': object;
  'fetch-expired': object;
  'fetch-failed': object;
  'fetch-generating': object;
  'fetch-revoked': object;
  'field-approved-on': { value: string };
  'field-birth-month': { value: string };
  'field-document-number': { value: string };
  'field-document-type': { value: string };
  'field-gender': { value: string };
  'field-issued-on': { value: string };
  'field-issuer': { value: string };
  'field-level': { value: string };
  'field-management-number': { value: string };
  'field-name': { value: string };
  'field-qualification': { value: string };
  'field-speciality': { value: string };
  'field-status': { value: string };
  'gate-link': object;
  'gender-female': object;
  'gender-male': object;
  group: object;
  help: { hotline: string; hours: string };
  home: { name: string };
  'home-unfinished': { name: string };
  'identity-number-removed': object;
  'language-choose': object;
  'language-name': object;
  'language-set': object;
  'last-day-too-long': { lastDay: string; latest: string; maxDays: string };
  'last-day-too-short': { earliest: string; lastDay: string };
  'last-day-unreadable': { example: string; shortExample: string };
  'link-moved': { hotline: string; hours: string };
  'linking-already': object;
  'linking-checking': object;
  'linking-code': { hotline: string; hours: string };
  'linking-code-shape': object;
  'linking-contact-not-own': object;
  'linking-done': { name: string };
  'linking-done-moved': { name: string };
  'linking-locked': { hotline: string; hours: string; until: string };
  'linking-name': object;
  'linking-name-fault': object;
  'linking-name-plain': object;
  'linking-no-match': { attemptsLeft: number; hotline: string; hours: string; lockHours: string };
  'linking-number': { type: string };
  'linking-number-fault-birth-date': object;
  'linking-number-fault-characters': object;
  'linking-number-fault-check-digit': object;
  'linking-number-fault-format': { type: string };
  'linking-number-fault-length': { length: string };
  'linking-number-fault-note': object;
  'linking-proof': object;
  'linking-proof-expected': object;
  'linking-proof-placeholder': object;
  'linking-type': object;
  'linking-type-with-code': object;
  'nothing-to-cancel': object;
  'notice-agreed': { version: string };
  'notice-declined': { hotline: string; hours: string };
  'notice-newer': object;
  'notice-page': { page: string; pages: string; version: string };
  'notice-page-single': { version: string };
  'notices-off': object;
  'notices-on': { sent: string };
  overdue: { certificate: string; number: string; promiseHours: string };
  'plain-caption': { certificate: string };
  'plain-copy-came': { certificate: string };
  'plain-copy-failed': { certificate: string; hotline: string; hours: string; reason: string };
  'plain-copy-over': { certificate: string };
  'plain-copy-waits': { certificate: string; reason: string };
  'please-tap': object;
  'please-text': object;
  privacy: object;
  'privacy-unlinked': object;
  problem: { hotline: string; reference: string };
  'profile-description': object;
  'profile-short-description': object;
  'refusal-changed': object;
  'refusal-not-yours': object;
  'refusal-plain': object;
  'refusal-quota': { certificate: string; counts: string; limit: string; nextFreeOn: string; windowDays: string };
  'refusal-quota-active-hint': object;
  'refusal-scenario': object;
  'refusal-withdrawn': object;
  reminder: { certificate: string; daysLeft: number; lastDay: string; number: string };
  'reminder-quota': { nextFreeOn: string };
  'reminder-renew': object;
  'reminders-muted': object;
  'reminders-unmuted': { sent: string };
  'renew-repeated': object;
  'request-already-submitted': object;
  'request-choose': object;
  'request-details': { fields: string; steps: string };
  'request-ended': { certificate: string; number: string; standing: string };
  'request-last-day': { earliest: string; example: string; latest: string; shortExample: string };
  'request-progress': { certificate: string; lastDay: string; number: string; promiseHours: string };
  'request-ready': { certificate: string; lastDay: string; number: string };
  'request-scenario': { certificate: string; steps: string };
  'request-summary': {
    certificate: string;
    days: number;
    firstDay: string;
    lastDay: string;
    limit: string;
    scenario: string;
    step: string;
    steps: string;
    usedAfter: string;
  };
  'request-summary-new-day': object;
  'request-validity': {
    certificate: string;
    limit: string;
    maxDays: string;
    scenario: string;
    step: string;
    steps: string;
    used: string;
  };
  'request-wrong': { contact: string; issuer: string };
  'revoke-ask': { certificate: string; lastDay: string; number: string };
  'revoke-done': { certificate: string; number: string };
  'revoke-over': object;
  revoked: { cause: string; certificate: string; hotline: string; hours: string; number: string };
  'staff-age': { count: number; unit: string };
  'staff-alert-advice': { kind: string; onUnavailable: string };
  'staff-alert-line': {
    age: string;
    attempts: string;
    bot: string;
    characters: string;
    code: string;
    days: string;
    detail: string;
    issuer: string;
    kind: string;
    message: string;
    number: string;
    of: string;
    outlived: string;
    reason: string;
  };
  'staff-alert-name': { kind: string };
  'staff-alerts': { lines: string };
  'staff-alerts-acknowledged': { count: string };
  'staff-alerts-kind': { advice: string; count: string; lines: string; name: string };
  'staff-alerts-kind-none': { name: string };
  'staff-alerts-line': { muted: string; name: string; open: string; unseen: string };
  'staff-alerts-more': { count: string };
  'staff-alerts-muted': { until: string };
  'staff-alerts-none': object;
  'staff-alerts-nothing-left': { at: string; by: string };
  'staff-alerts-seen': { at: string; by: string };
  'staff-alerts-unmuted': object;
  'staff-audit': { filter: string; total: string };
  'staff-audit-ask': object;
  'staff-audit-command-line': object;
  'staff-audit-deed': { action: string; what: string };
  'staff-audit-none': object;
  'staff-audit-not-understood': object;
  'staff-audit-only-refused': object;
  'staff-audit-pick-deed': object;
  'staff-audit-pick-member': object;
  'staff-audit-reason': { reason: string };
  'staff-audit-refusal': { code: string; refusal: string };
  'staff-audit-row': { about: string; by: string; deed: string; holder: string; time: string };
  'staff-broadcast-ask-audience': object;
  'staff-broadcast-ask-before': { example: string };
  'staff-broadcast-ask-cancel': { audience: string; expected: string; sent: string };
  'staff-broadcast-ask-chinese': { audience: string; count: string; most: string };
  'staff-broadcast-ask-confirm': { audience: string; count: string; when: string };
  'staff-broadcast-ask-english': object;
  'staff-broadcast-ask-qualification': object;
  'staff-broadcast-ask-time': { example: string };
  'staff-broadcast-ask-when': { audience: string; count: string };
  'staff-broadcast-audience': { day: string; kind: string; qualification: string };
  'staff-broadcast-card': {
    audience: string;
    by: string;
    changed: string;
    expected: string;
    failed: string;
    sent: string;
    start: string;
    status: string;
  };
  'staff-broadcast-done': { failed: string; sent: string };
  'staff-broadcast-line': { created: string; expected: string; place: string; sent: string; status: string };
  'staff-broadcast-not-now': { at: string; by: string; status: string };
  'staff-broadcast-refused': { example: string; kind: string; most: string };
  'staff-broadcast-status': { status: string };
  'staff-broadcasts': { lines: string };
  'staff-broadcasts-none': object;
  'staff-button-acknowledge': object;
  'staff-button-all-alerts': object;
  'staff-button-audit-all': object;
  'staff-button-audit-back': object;
  'staff-button-audit-deed': object;
  'staff-button-audit-member': object;
  'staff-button-audit-refused': { refused: string };
  'staff-button-audit-type': object;
  'staff-button-broadcast-cancel': object;
  'staff-button-broadcast-cancel-yes': object;
  'staff-button-broadcast-chinese-only': object;
  'staff-button-broadcast-confirm': object;
  'staff-button-broadcast-days': { days: string };
  'staff-button-broadcast-expiring': object;
  'staff-button-broadcast-later': object;
  'staff-button-broadcast-linked': object;
  'staff-button-broadcast-list': object;
  'staff-button-broadcast-new': object;
  'staff-button-broadcast-now': object;
  'staff-button-broadcast-pause': object;
  'staff-button-broadcast-qualification': object;
  'staff-button-broadcast-resume': object;
  'staff-button-cancel': object;
  'staff-button-members-back': object;
  'staff-button-members-confirm': { change: string };
  'staff-button-members-invite': object;
  'staff-button-members-log': object;
  'staff-button-members-remove': object;
  'staff-button-members-resume': object;
  'staff-button-members-role': { role: string };
  'staff-button-members-suspend': object;
  'staff-button-mute-day': object;
  'staff-button-mute-hour': object;
  'staff-button-open-queue': object;
  'staff-button-policy-all': object;
  'staff-button-policy-change': object;
  'staff-button-policy-record': object;
  'staff-button-policy-take-back': { day: string };
  'staff-button-policy-today': object;
  'staff-button-policy-tomorrow': object;
  'staff-button-queue-back': object;
  'staff-button-queue-confirm': object;
  'staff-button-queue-confirm-all': { count: string };
  'staff-button-queue-give-up': object;
  'staff-button-queue-give-up-all': object;
  'staff-button-queue-list': { count: string; name: string };
  'staff-button-queue-retry': object;
  'staff-button-queue-retry-all': object;
  'staff-button-queue-send-again': object;
  'staff-button-refresh': object;
  'staff-button-stats-export': object;
  'staff-button-stats-period': { days: string };
  'staff-button-unmute': object;
  'staff-cancelled': object;
  'staff-canned': { chinese: string; english: string; title: string };
  'staff-canned-ask-chinese': object;
  'staff-canned-ask-delete': { title: string };
  'staff-canned-ask-english': object;
  'staff-canned-ask-title': object;
  'staff-canned-button-change': object;
  'staff-canned-button-delete': object;
  'staff-canned-button-delete-yes': object;
  'staff-canned-button-new': object;
  'staff-canned-deleted': object;
  'staff-canned-list': { count: number };
  'staff-canned-none': object;
  'staff-canned-saved': { title: string };
  'staff-canned-too-long': { limit: string };
  'staff-capability': { capability: string };
  'staff-command-alerts': object;
  'staff-command-audit': object;
  'staff-command-broadcast': object;
  'staff-command-cancel': object;
  'staff-command-canned': object;
  'staff-command-export': object;
  'staff-command-find': object;
  'staff-command-group': object;
  'staff-command-help': object;
  'staff-command-import': object;
  'staff-command-invite': object;
  'staff-command-language': object;
  'staff-command-members': object;
  'staff-command-notice': object;
  'staff-command-policy': object;
  'staff-command-queue': object;
  'staff-command-stats': object;
  'staff-command-status': object;
  'staff-command-tickets': object;
  'staff-dialog-expired': object;
  'staff-endorsement-status': { status: string };
  'staff-find-already-asked': { at: string; by: string };
  'staff-find-ask-reason': { about: string; deed: string };
  'staff-find-blocked': { since: string };
  'staff-find-button-card': object;
  'staff-find-button-certificates': { total: string };
  'staff-find-button-code': object;
  'staff-find-button-confirm-restore-certificate': object;
  'staff-find-button-confirm-withdraw-certificate': object;
  'staff-find-button-copy-link': object;
  'staff-find-button-decline': object;
  'staff-find-button-endorsements': { total: string };
  'staff-find-button-leave': object;
  'staff-find-button-open-card': object;
  'staff-find-button-refresh': object;
  'staff-find-button-resend': object;
  'staff-find-button-restore-certificate': object;
  'staff-find-button-retry': object;
  'staff-find-button-reveal': object;
  'staff-find-button-revoke': object;
  'staff-find-button-search': object;
  'staff-find-button-take-back': object;
  'staff-find-button-unlink': object;
  'staff-find-button-unlock': object;
  'staff-find-button-withdraw-certificate': object;
  'staff-find-button-yes': { deed: string };
  'staff-find-certificate': {
    approvedOn: string;
    certificate: string;
    issuedOn: string;
    issuer: string;
    managementNumber: string;
    status: string;
  };
  'staff-find-certificate-button': { certificate: string; status: string };
  'staff-find-certificate-line': { certificate: string; managementNumber: string; status: string };
  'staff-find-certificate-list': { total: string };
  'staff-find-certificates': { total: string };
  'staff-find-changed': { change: string; revoked: string };
  'staff-find-code': { code: string; expiresAt: string; link: string; replaced: string };
  'staff-find-confirm': { about: string; deed: string; reason: string };
  'staff-find-decide-refused': { at: string; by: string; reason: string };
  'staff-find-declined': object;
  'staff-find-endorsement': {
    certificate: string;
    firstDay: string;
    lastDay: string;
    number: string;
    requestedAt: string;
    scenario: string;
    state: string;
  };
  'staff-find-endorsement-button': { certificate: string; ending: string; standing: string };
  'staff-find-endorsement-line': { number: string; state: string };
  'staff-find-endorsement-list': { total: string };
  'staff-find-endorsements': { total: string };
  'staff-find-entry': { at: string; ending: string; event: string };
  'staff-find-event': { event: string; kind: string };
  'staff-find-gone': object;
  'staff-find-how': object;
  'staff-find-idle': object;
  'staff-find-journal': object;
  'staff-find-link-gone': { at: string; by: string; what: string };
  'staff-find-linked': { proof: string; since: string };
  'staff-find-lock-account': { until: string };
  'staff-find-lock-holder': { until: string };
  'staff-find-locks': object;
  'staff-find-more': { count: string };
  'staff-find-news-asked': {
    at: string;
    by: string;
    certificate: string;
    change: string;
    holder: string;
    managementNumber: string;
    reason: string;
  };
  'staff-find-news-decided': {
    at: string;
    by: string;
    certificate: string;
    change: string;
    decision: string;
    holder: string;
    managementNumber: string;
  };
  'staff-find-not-locked': { at: string; by: string; what: string };
  'staff-find-nothing': { lacking: string };
  'staff-find-nothing-to-change': { status: string };
  'staff-find-over': { at: string; by: string; what: string };
  'staff-find-person': { documentNumber: string; documentType: string; name: string; phone: string };
  'staff-find-please-type': object;
  'staff-find-position': { position: string; since: string };
  'staff-find-position-name': { position: string };
  'staff-find-proposal': { at: string; by: string; change: string; reason: string; until: string };
  'staff-find-proposed': object;
  'staff-find-reason-length': { least: string; most: string };
  'staff-find-reason-personal': object;
  'staff-find-resend-refused': { reason: string };
  'staff-find-resent': object;
  'staff-find-retried': object;
  'staff-find-retry-refused': { reason: string };
  'staff-find-reveal-again': object;
  'staff-find-revealed': { documentNumber: string; documentType: string; name: string; phone: string; seconds: string };
  'staff-find-revoked': { number: string };
  'staff-find-several': { count: string };
  'staff-find-several-button': { name: string; number: string };
  'staff-find-several-more': { count: string };
  'staff-find-state': { ended: string; lastDay: string; requested: string; standing: string };
  'staff-find-taken-back': object;
  'staff-find-unlinked': object;
  'staff-find-unlinked-now': object;
  'staff-find-unlocked': { what: string };
  'staff-group-how': object;
  'staff-group-set': object;
  'staff-group-set-topics': object;
  'staff-help': { role: string };
  'staff-help-line': { command: string; description: string };
  'staff-import-ask-confirm': { changes: number };
  'staff-import-ask-reason': { changes: number; name: string };
  'staff-import-ask-second': { changes: number; most: string };
  'staff-import-asked': { at: string; by: string; name: string; reason: string; until: string };
  'staff-import-asked-second': object;
  'staff-import-bad-rows': { name: string };
  'staff-import-bad-rows-file': object;
  'staff-import-button-confirm': { changes: number };
  'staff-import-button-decline': object;
  'staff-import-button-second': object;
  'staff-import-button-take-back': object;
  'staff-import-button-waiting': { at: string };
  'staff-import-column-line': object;
  'staff-import-column-wrong': object;
  'staff-import-confirmed': { name: string };
  'staff-import-decided': { decision: string };
  'staff-import-done': { added: string; by: string; changed: string; moved: string; withdrawn: string };
  'staff-import-dropped': object;
  'staff-import-found': { name: string };
  'staff-import-how': { hours: string; most: string };
  'staff-import-news-decided': { at: string; by: string; decision: string };
  'staff-import-not-written': { because: string };
  'staff-import-nothing': { name: string };
  'staff-import-progress': { rows: string; stage: string; total: string };
  'staff-import-received': { name: string };
  'staff-import-refused': { at: string; by: string; reason: string };
  'staff-import-registry-changed': object;
  'staff-import-template': object;
  'staff-import-too-large': object;
  'staff-import-unusable': { name: string; reason: string };
  'staff-invite-ask': { hours: string };
  'staff-invite-forward': { authority: string; link: string; role: string; until: string };
  'staff-invite-made': { role: string; until: string };
  'staff-language': object;
  'staff-language-set': object;
  'staff-member-already': object;
  'staff-member-card': { joined: string; last: string; name: string; role: string; self: string; status: string };
  'staff-member-line': { name: string; role: string; status: string };
  'staff-member-news': { role: string };
  'staff-members': { total: string };
  'staff-members-confirm': { change: string; from: string; name: string; to: string };
  'staff-members-done': { change: string; name: string; to: string };
  'staff-members-refused': { at: string; by: string; kind: string; name: string; role: string; status: string };
  'staff-not-allowed': object;
  'staff-note': { words: string };
  'staff-nothing-to-cancel': object;
  'staff-notice-ask-files': { current: string; wanted: string };
  'staff-notice-ask-language': { begins: string };
  'staff-notice-button-back': object;
  'staff-notice-button-publish': { version: string };
  'staff-notice-published': { accounts: string; version: string };
  'staff-notice-ready': { chinese: string; current: string; english: string; version: string };
  'staff-notice-refused': { kind: string };
  'staff-notice-sample': object;
  'staff-out-of-place': object;
  'staff-policy': object;
  'staff-policy-ask-day': { before: string; earlier: string; example: string; name: string; value: string };
  'staff-policy-ask-reason': { before: string; day: string; name: string; value: string };
  'staff-policy-ask-value': { kind: string; name: string; value: string };
  'staff-policy-choice': { choice: string; name: string };
  'staff-policy-coming': object;
  'staff-policy-coming-line': { by: string; day: string; reason: string; rule: string; value: string };
  'staff-policy-confirm': { before: string; day: string; name: string; reason: string; value: string };
  'staff-policy-earlier': { rule: string };
  'staff-policy-fixed-rule': { name: string; value: string };
  'staff-policy-group': { fixed: string; name: string };
  'staff-policy-group-name': { group: string };
  'staff-policy-line': { name: string; value: string };
  'staff-policy-no-day': object;
  'staff-policy-no-value': { kind: string };
  'staff-policy-not-taken-back': { day: string; kind: string; problems: string };
  'staff-policy-one': { name: string; value: string };
  'staff-policy-problem': { bound: string; kind: string; rule: string };
  'staff-policy-recorded': { day: string; earlier: string; name: string; value: string; when: string };
  'staff-policy-refused': { day: string; kind: string; problems: string };
  'staff-policy-rule': { rule: string };
  'staff-policy-taken-back': { day: string; name: string };
  'staff-policy-value': { unit: string; value: string };
  'staff-private-only': object;
  'staff-problem': { reference: string };
  'staff-queue': { failed: string; generating: string; overdue: string; uncertain: string };
  'staff-queue-all-done': { count: string; deed: string; refused: string };
  'staff-queue-all-progress': { count: string; total: string };
  'staff-queue-all-started': object;
  'staff-queue-all-stopped': object;
  'staff-queue-ask-all': { count: string; deed: string; name: string };
  'staff-queue-ask-give-up': { list: string; number: string };
  'staff-queue-card': {
    age: string;
    attempts: string;
    certificate: string;
    holder: string;
    name: string;
    next: string;
    number: string;
    reason: string;
    since: string;
  };
  'staff-queue-done': { deed: string };
  'staff-queue-empty': { name: string };
  'staff-queue-gone': { status: string };
  'staff-queue-line': { age: string; number: string; place: string; reason: string };
  'staff-queue-list': { count: string; lines: string; name: string };
  'staff-queue-list-name': { list: string };
  'staff-queue-refused': { kind: string };
  'staff-reason': { reason: string };
  'staff-role': { role: string };
  'staff-stale-button': object;
  'staff-stats': {
    linked: string;
    p50: string;
    p95: string;
    period: string;
    reasons: string;
    refused: string;
    reminded: string;
    renewed: string;
    requested: string;
    results: string;
    verified: string;
  };
  'staff-stats-exported': { period: string };
  'staff-stats-panel': { panel: string };
  'staff-stats-reason': { reason: string };
  'staff-stats-rest': object;
  'staff-stats-result': { result: string };
  'staff-stats-series': { series: string };
  'staff-stats-time': { count: string; unit: string };
  'staff-stats-title': object;
  'staff-stats-wait': object;
  'staff-status-audit': { head: string; rows: number };
  'staff-status-audit-broken': { head: string; rows: number };
  'staff-status-error': { at: string; fault: string; reference: string; what: string };
  'staff-status-errors': object;
  'staff-status-head': { at: string };
  'staff-status-jobs': { age: string; count: number };
  'staff-status-no-errors': object;
  'staff-status-paused': { seconds: number };
  'staff-status-sender': {
    age: string;
    bot: string;
    dead: number;
    perMinute: number;
    queued: number;
    uncertain: number;
    waiting: number;
  };
  'staff-status-versions': { database: string; jiazhu: string; node: string; schema: string; size: string; up: string };
  'staff-suspended': object;
  'staff-ticket-asker': { name: string; reads: string };
  'staff-ticket-asker-gone': object;
  'staff-ticket-asker-moved': object;
  'staff-ticket-asker-unlinked': { reads: string };
  'staff-ticket-asker-was': { name: string; reads: string };
  'staff-ticket-below': object;
  'staff-ticket-button-canned': object;
  'staff-ticket-button-claim': object;
  'staff-ticket-button-close': object;
  'staff-ticket-button-hand': object;
  'staff-ticket-button-holder': object;
  'staff-ticket-button-reopen': object;
  'staff-ticket-button-send': object;
  'staff-ticket-button-take': object;
  'staff-ticket-canned-preview': { answer: string };
  'staff-ticket-claimed': { name: string };
  'staff-ticket-closed': object;
  'staff-ticket-erased': { ticket: string };
  'staff-ticket-event': { event: string; to: string };
  'staff-ticket-file': object;
  'staff-ticket-file-gone': object;
  'staff-ticket-file-lost': object;
  'staff-ticket-from-holder': object;
  'staff-ticket-handed': { name: string };
  'staff-ticket-head': { asker: string; standing: string; ticket: string };
  'staff-ticket-how': object;
  'staff-ticket-in-private': object;
  'staff-ticket-line': { age: string; owner: string; standing: string; ticket: string };
  'staff-ticket-no-canned': object;
  'staff-ticket-no-open': object;
  'staff-ticket-nobody': object;
  'staff-ticket-none': object;
  'staff-ticket-not-sent': { because: string };
  'staff-ticket-note': { text: string };
  'staff-ticket-noted': { ticket: string };
  'staff-ticket-now-closed': object;
  'staff-ticket-now-open': object;
  'staff-ticket-now-yours': object;
  'staff-ticket-open': { total: string };
  'staff-ticket-orphan': object;
  'staff-ticket-reads': { language: string };
  'staff-ticket-receipt': { delivery: string; ticket: string };
  'staff-ticket-refused-changed': { ticket: string };
  'staff-ticket-refused-claimed': { by: string; ticket: string };
  'staff-ticket-refused-closed': { ticket: string };
  'staff-ticket-refused-erased': { ticket: string };
  'staff-ticket-refused-moved': { ticket: string };
  'staff-ticket-refused-no-such-member': object;
  'staff-ticket-refused-nothing-said': object;
  'staff-ticket-refused-open-already': { ticket: string };
  'staff-ticket-refused-too-long': { characters: string; limit: string };
  'staff-ticket-said': { said: string; who: string };
  'staff-ticket-sending': object;
  'staff-ticket-text-only': object;
  'staff-ticket-to-whom': object;
  'staff-ticket-unclaimed': object;
  'staff-ticket-waiting': { age: string };
  'staff-ticket-which-canned': object;
  'staff-unknown-command': object;
  'staff-welcome': { role: string };
  'stale-button': object;
  'stale-button-home': object;
  'standing-expired': object;
  'standing-failed': object;
  'standing-generating': object;
  'standing-revoked': object;
  'standing-valid': object;
  'support-added': { ticket: string };
  'support-answer': { answer: string; question: string; ticket: string };
  'support-answer-alone': { answer: string; ticket: string };
  'support-closed': { days: string; ticket: string };
  'support-closed-by-staff': { days: string; ticket: string };
  'support-file-too-large': { limit: string };
  'support-finished': object;
  'support-go-on': { ticket: string };
  'support-kept': object;
  'support-linking-left': object;
  'support-masked': object;
  'support-no-such-ticket': object;
  'support-nothing-said': object;
  'support-offer': object;
  'support-opened': { hours: string; ticket: string };
  'support-quoted-file': object;
  'support-ticket-answered': { ticket: string };
  'support-ticket-closed': { ticket: string };
  'support-ticket-waiting': { ticket: string };
  'support-tickets': { tickets: string };
  'support-too-long': { characters: string; limit: string };
  'support-too-many': { limit: string };
  'support-too-often': { hotline: string; hours: string };
  'support-unfit': object;
  'support-write': { hotline: string; hours: string };
  'unknown-command': object;
  'unlink-ask': object;
  'unlink-done': object;
  'unlink-none': object;
  'unlinked-by-staff': { hotline: string; hours: string };
  'verified-about': object;
  'verified-often': { certificate: string; count: string; moment: string; number: string; way: string };
  'verified-once': { certificate: string; moment: string; number: string; way: string };
  'verified-others': { count: number };
  'verified-revocable': object;
  'verified-title': object;
  'verified-way': { way: string };
  'verify-compare': object;
  'verify-facts-endorsed': {
    certificate: string;
    firstDay: string;
    issuer: string;
    lastDay: string;
    name: string;
    number: string;
    scenario: string;
  };
  'verify-facts-number': { firstDay: string; lastDay: string; number: string };
  'verify-facts-plain': { certificate: string; issuer: string; name: string };
  'verify-foreign-address': { authority: string };
  'verify-how': object;
  'verify-not-pdf': object;
  'verify-number-only': object;
  'verify-too-large': object;
  'verify-unreachable': object;
  welcome: { authority: string };
  'welcome-unfinished': { authority: string };
}

/** Messages with markup in them: for a message or a caption, not for a button. */
export type MarkupId =
  | 'broadcast'
  | 'certificate'
  | 'certificates'
  | 'certificates-empty'
  | 'copy-caption'
  | 'document-corrected'
  | 'endorsement-card'
  | 'endorsements'
  | 'endorsements-empty'
  | 'erase-ask'
  | 'erase-done'
  | 'erase-later'
  | 'failed'
  | 'faq'
  | 'faq-answer'
  | 'help'
  | 'home'
  | 'home-unfinished'
  | 'last-day-unreadable'
  | 'link-moved'
  | 'linking-code'
  | 'linking-code-shape'
  | 'linking-done'
  | 'linking-done-moved'
  | 'linking-locked'
  | 'linking-name'
  | 'linking-name-plain'
  | 'linking-no-match'
  | 'linking-number'
  | 'linking-proof'
  | 'linking-type'
  | 'linking-type-with-code'
  | 'notice-declined'
  | 'notice-page'
  | 'notice-page-single'
  | 'notices-off'
  | 'notices-on'
  | 'overdue'
  | 'plain-caption'
  | 'plain-copy-came'
  | 'plain-copy-failed'
  | 'plain-copy-over'
  | 'plain-copy-waits'
  | 'privacy'
  | 'privacy-unlinked'
  | 'problem'
  | 'refusal-quota'
  | 'reminder'
  | 'reminders-muted'
  | 'reminders-unmuted'
  | 'request-details'
  | 'request-ended'
  | 'request-last-day'
  | 'request-progress'
  | 'request-ready'
  | 'request-scenario'
  | 'request-summary'
  | 'request-validity'
  | 'request-wrong'
  | 'revoke-ask'
  | 'revoke-done'
  | 'revoked'
  | 'staff-alert-line'
  | 'staff-alerts'
  | 'staff-alerts-kind'
  | 'staff-audit'
  | 'staff-audit-ask'
  | 'staff-audit-not-understood'
  | 'staff-audit-reason'
  | 'staff-audit-row'
  | 'staff-broadcast-ask-audience'
  | 'staff-broadcast-ask-before'
  | 'staff-broadcast-ask-cancel'
  | 'staff-broadcast-ask-chinese'
  | 'staff-broadcast-ask-confirm'
  | 'staff-broadcast-ask-english'
  | 'staff-broadcast-ask-qualification'
  | 'staff-broadcast-ask-time'
  | 'staff-broadcast-card'
  | 'staff-broadcast-done'
  | 'staff-broadcasts'
  | 'staff-broadcasts-none'
  | 'staff-canned'
  | 'staff-canned-ask-delete'
  | 'staff-canned-list'
  | 'staff-find-ask-reason'
  | 'staff-find-certificate'
  | 'staff-find-certificate-line'
  | 'staff-find-certificate-list'
  | 'staff-find-certificates'
  | 'staff-find-code'
  | 'staff-find-confirm'
  | 'staff-find-endorsement'
  | 'staff-find-endorsement-line'
  | 'staff-find-endorsement-list'
  | 'staff-find-endorsements'
  | 'staff-find-how'
  | 'staff-find-journal'
  | 'staff-find-linked'
  | 'staff-find-locks'
  | 'staff-find-news-asked'
  | 'staff-find-news-decided'
  | 'staff-find-nothing'
  | 'staff-find-person'
  | 'staff-find-proposal'
  | 'staff-find-revealed'
  | 'staff-find-several'
  | 'staff-find-unlinked'
  | 'staff-help'
  | 'staff-import-asked'
  | 'staff-import-bad-rows'
  | 'staff-import-done'
  | 'staff-import-found'
  | 'staff-import-how'
  | 'staff-import-too-large'
  | 'staff-invite-ask'
  | 'staff-invite-made'
  | 'staff-member-card'
  | 'staff-member-news'
  | 'staff-members'
  | 'staff-members-confirm'
  | 'staff-note'
  | 'staff-notice-ask-files'
  | 'staff-notice-ask-language'
  | 'staff-notice-ready'
  | 'staff-policy'
  | 'staff-policy-ask-day'
  | 'staff-policy-ask-reason'
  | 'staff-policy-ask-value'
  | 'staff-policy-coming'
  | 'staff-policy-confirm'
  | 'staff-policy-fixed-rule'
  | 'staff-policy-group'
  | 'staff-policy-one'
  | 'staff-policy-recorded'
  | 'staff-problem'
  | 'staff-queue'
  | 'staff-queue-ask-give-up'
  | 'staff-queue-card'
  | 'staff-queue-empty'
  | 'staff-queue-line'
  | 'staff-queue-list'
  | 'staff-stats'
  | 'staff-status-audit'
  | 'staff-status-audit-broken'
  | 'staff-status-error'
  | 'staff-status-errors'
  | 'staff-status-head'
  | 'staff-status-jobs'
  | 'staff-status-no-errors'
  | 'staff-status-sender'
  | 'staff-status-versions'
  | 'staff-ticket-canned-preview'
  | 'staff-ticket-erased'
  | 'staff-ticket-head'
  | 'staff-ticket-not-sent'
  | 'staff-ticket-open'
  | 'staff-ticket-said'
  | 'staff-ticket-text-only'
  | 'support-answer'
  | 'support-answer-alone'
  | 'support-closed'
  | 'support-closed-by-staff'
  | 'support-opened'
  | 'support-tickets'
  | 'support-write'
  | 'unlink-ask'
  | 'unlink-done'
  | 'unlinked-by-staff'
  | 'verified-often'
  | 'verified-once'
  | 'verified-title'
  | 'verify-facts-endorsed'
  | 'verify-facts-number'
  | 'verify-how'
  | 'welcome'
  | 'welcome-unfinished';
