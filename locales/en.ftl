### Everything the bots say. Polite and short; one message says one thing and what comes next.
### Markup is Telegram's <b>, <i>, <code>, <a> only.

language-name = English

## Buttons

button-back = ‹ Back
button-home = 🏠 Home
button-cancel = Cancel
button-continue-here = Continue where I was
button-begin-linking = Link my certificates
button-relink = Link again with corrected details
button-retry-linking = Try again
button-certificates = My certificates
button-request = Request an endorsement
button-endorsements = My endorsements
button-verify = Check a copy
button-faq = Questions and answers
button-language = 语言 Language
button-privacy = Privacy
button-share-phone = 📱 Share my own phone number
button-have-code = I have a link code
button-agree = I agree
button-decline = I do not agree
button-previous-page = ‹ Previous
button-next-page = Next ›
button-read-again = Read the notice again
button-details-right = Details are right, next
button-details-wrong = Is something wrong?
button-plain-copy = Get the certificate file
button-choice = { $days } { $days ->
        [one] day
       *[other] days
    } · until { $lastDay }
button-choice-recommended = { $days } { $days ->
        [one] day
       *[other] days
    } · until { $lastDay } (recommended)
button-other-day = Enter another last day
button-latest-day = Longest possible · until { $lastDay }
button-submit = Submit the request
button-change-validity = ‹ Change the validity
button-fetch = Get the copy again
button-ask-again = Request again
button-refresh = Check again
button-revoke = Revoke this endorsement
button-revoke-yes = Yes, revoke it
button-keep = No, keep it
button-renew = Request the same again, { $days } { $days ->
        [one] day
       *[other] days
    }
button-view-endorsement = See this endorsement
button-mute = Stop reminders
button-mute-list = 🔔 Reminders: on
button-unmute-list = 🔕 Reminders: off
button-unmute = Turn reminders on again
button-export = Export my data
button-unlink = Unlink this account
button-unlink-yes = Yes, unlink
button-erase = Erase my data
button-erase-yes = Yes, erase
button-stay = No, go back
button-all-questions = ‹ All questions
button-open-chat = Open a private chat

## Home and help

welcome =
    <b>{ $authority } · Certificate endorsement</b>

    Welcome. Here you can have your professional qualification certificates endorsed. You receive a sealed PDF that states what it may be used for and until when: an endorsed copy.

    First, please link your certificates. It takes about two minutes. Have at hand the identity document under which you obtained them.

    Only want to check a copy that you were given? Just send it to me; /verify says how. No linking is needed for that.
home =
    <b>Certificate endorsement</b>

    Welcome, { $name }. What would you like to do?
home-unfinished =
    <b>Certificate endorsement</b>

    Welcome, { $name }. You have a request that is not finished. You can continue it or choose something else.
welcome-unfinished =
    <b>{ $authority } · Certificate endorsement</b>

    Welcome back. Linking your certificates is not finished yet. Tap the button below to continue.
help =
    <b>Help</b>

    /start  back to the home page
    /certificates  my certificates, request an endorsement
    /endorsements  my endorsements, get a copy again or revoke it
    /verify  check a copy that I was given
    /faq  questions and answers
    /support  contact support
    /language  change the language
    /privacy  my data and privacy
    /cancel  stop what I am doing

    To check a copy that you were given, send its PDF, the text of its QR code, or its number. /verify says how.

    For help from a person, tap “Contact support” or call { $hotline } ({ $hours }).
cancelled = Cancelled. Nothing was submitted.
nothing-to-cancel = There is nothing to cancel.
language-choose = Please choose a language. / 请选择语言。
language-set = The language is now English.

## Messages out of place

fallback-text = Sorry, I did not understand that. Please use the buttons below.
fallback-other = Sorry, I can only handle text, buttons and PDF files. Please use the buttons below.
fallback-contact = No phone number is needed right now. What you sent was not used.
unknown-command = There is no such command. Please use the buttons below, or send /help.
please-tap = Please choose with the buttons below.
please-text = Please type your answer for this step.
stale-button = This button belongs to an earlier step and no longer works. Please see the latest message.
stale-button-home = This button no longer works. Please choose again.
dialog-expired = You were away for a while, so we cancelled what you had begun, to protect your details. Please start again; it takes only a few steps.
identity-number-removed = 🔒 Your message seemed to contain an identity number. To protect you, we deleted it from the chat. We will ask when a number is needed.
group = Certificates are a personal matter, so I work in private chats only. Please tap the button below to talk to me in private.
problem = Sorry, something went wrong on our side and your last step may not have been completed. Please try again in a moment. If it happens again, call { $hotline } and give this reference: <code>{ $reference }</code>.
gate-link = Please link your certificates first.

## Linking

document-type-resident-identity-card = Resident Identity Card
document-type-military-officer-card = Military Officer Card
document-type-passport = Passport
document-type-hong-kong-macau-permit = Hong Kong / Macau Permit
document-type-taiwan-permit = Taiwan Permit
document-type-foreign-permanent-resident-card = Foreign Permanent Resident Card

linking-type =
    <b>Linking · step 1 of 4</b>

    Under which identity document did you obtain your certificate?
linking-type-with-code =
    <b>Linking · step 1 of 4</b>

    We have your link code. It will be used once you have entered your details.

    Under which identity document did you obtain your certificate?
linking-number =
    <b>Linking · step 2 of 4</b>

    Please type the number of your document: { $type }.

    🔒 Your message will be deleted from the chat as soon as it is read.
linking-name =
    <b>Linking · step 3 of 4</b>

    🔒 The number has been read and your message deleted from the chat.

    Please type your name exactly as it is on the certificate.
linking-name-plain =
    <b>Linking · step 3 of 4</b>

    Please type your name exactly as it is on the certificate.
linking-proof =
    <b>Linking · step 4 of 4</b>

    Finally, please show that it is you, in one of two ways:

    1. Tap “{ button-share-phone }” below. It must be the phone number that the registry has for you.
    2. Type the one-time link code that our staff gave you.
linking-proof-placeholder = Tap a button below, or type the code
linking-code = Please type the 10 characters of your link code, for example <code>ABCDE-23456</code>. Capitals do not matter. If you have no code, call { $hotline } ({ $hours }).
linking-code-shape = That is not a link code. A link code has 10 letters and digits, for example <code>ABCDE-23456</code>. Please check and type it again, or tap the button below to share your own phone number.
linking-proof-expected = Please tap “{ button-share-phone }” below, or type your link code.
linking-contact-not-own = To be sure that it is you, please tap “{ button-share-phone }” below. A forwarded contact or somebody else’s cannot be used.
linking-number-fault-length = A resident identity number has 18 characters; you typed { $length }. Please check and type it again.
linking-number-fault-characters = A resident identity number is 17 digits and a check character, a digit or X. Please check and type it again.
linking-number-fault-birth-date = The birth date in this number does not exist, so a digit may be wrong. Please compare it with your document and type it again.
linking-number-fault-check-digit = The check character does not fit, so a digit may be wrong. Please compare the number with your document and type it again.
linking-number-fault-format = This does not look like the number of such a document ({ $type }). Please compare it with your document and type it again.
linking-number-fault-note = This does not count as a failed attempt. Your message has been deleted from the chat.
linking-name-fault = A name is made of letters and has at most 60 characters. Please type it again.
linking-checking = Thank you. We are checking your details.
linking-done =
    ✅ <b>Linked</b>

    Welcome, { $name }. From now on you can have your certificates endorsed from this account.
linking-done-moved =
    ✅ <b>Linked</b>

    Welcome, { $name }. The other account that you were linked with has been unlinked, and a message there says so.
linking-no-match =
    <b>Not linked</b>

    The document number, name and phone number (or code) that you gave do not agree with the registry.

    Please check them and try again. { $attemptsLeft ->
        [one] One attempt is left
       *[other] { $attemptsLeft } attempts are left
    } before linking is paused for { $lockHours } hours. If your phone number has changed, call { $hotline } ({ $hours }) for a link code.
linking-locked =
    <b>Linking is paused</b>

    Several attempts did not succeed. To protect the holders’ details, linking is paused until { $until }. You can try again then.

    For help, call { $hotline } ({ $hours }).
linking-already = This account is already linked, so there is nothing to do. To link somebody else, first unlink it under Privacy.
link-moved =
    <b>This account has been unlinked</b>

    Your certificates have just been linked with another account. This one can no longer see them.

    If that was not you, call { $hotline } ({ $hours }) at once.
document-corrected =
    <b>Your identity document was corrected in the registry</b>

    Your certificates now stand under the corrected number. Link again with that number to see them and to request endorsements.

    Questions? Call { $hotline } ({ $hours }).
unlinked-by-staff =
    <b>Our staff have unlinked this account</b>

    It can no longer see your certificates or endorsements and gets no more reminders. Copies that were made stay valid until their last day. You can link again at any time.

    If you did not ask for this, call { $hotline } ({ $hours }).

## Service notice

notice-page = <b>Service notice</b> (version { $version }, page { $page } of { $pages })
notice-page-single = <b>Service notice</b> (version { $version })
notice-newer = The service notice has just changed. Please read the new version.
notice-agreed = ✅ You agreed to the service notice (version { $version }).
notice-declined =
    <b>You chose not to agree</b>

    The endorsement service can be used only after agreeing to the service notice. Your certificates and your link are not affected. You can come back and agree at any time.

    If you have a question about the notice, call { $hotline } ({ $hours }).

## My certificates

certificates =
    <b>My certificates</b> ({ $total })

    Choose a certificate to see its details or to request an endorsement.
certificates-empty =
    <b>My certificates</b>

    No certificate was found. There are three possible reasons:

    1. You have not obtained a certificate yet.
    2. Its data is not online yet, or it is not made by { $authority }.
    3. Your name or document number was corrected after you linked. Please link again with the corrected details.
certificate = <b>Certificate details</b>
certificate-withdrawn-note = This certificate has been withdrawn and cannot be endorsed. If you have questions, contact { $contact }.
certificate-plain-note = This certificate was issued early enough to need no endorsement. You can get its file directly.
certificate-request-note = Please check the details. To use this certificate, request an endorsement first.
certificate-plain-coming = Making your file… It will be sent to this chat; you need not wait here.
certificate-status-valid = valid
certificate-status-withdrawn = withdrawn
certificate-button = { $name } · { $status }
field-name = Name: { $value }
field-gender = Gender: { $value }
field-birth-month = Born: { $value }
field-document-type = Identity document: { $value }
field-document-number = Document number: { $value }
field-qualification = Qualification: { $value }
field-level = Level: { $value }
field-speciality = Speciality: { $value }
field-management-number = Management number: { $value }
field-approved-on = Approved on: { $value }
field-issued-on = Issued on: { $value }
field-issuer = Issued by: { $value }
field-status = Status: { $value }
gender-male = male
gender-female = female

## Requesting an endorsement

request-choose = Which certificate would you like to have endorsed?
request-details =
    <b>Request · step 1 of { $steps }: check the details</b>

    { $fields }

    Are these details right?
request-wrong =
    <b>If something is wrong</b>

    The issuing body keeps these details; this service cannot change them. Please contact:

    { $issuer }
    { $contact }

    Once they are corrected, come back and request the endorsement. A copy with wrong details may not be accepted.
request-scenario =
    <b>Request · step 2 of { $steps }: scenario</b>

    { $certificate }

    What will the copy be used for?
request-validity =
    <b>Request · step { $step } of { $steps }: validity</b>

    { $certificate }
    Scenario: { $scenario }
    Endorsements: { $used }/{ $limit } used

    The validity begins today and has at most { $maxDays } days. Unless you need a shorter one, choose the longest.
request-last-day =
    <b>Enter the last day</b>

    Please type the last day of the validity, for example <code>{ $example }</code> or <code>{ $shortExample }</code>.

    Possible: { $earliest } to { $latest }.
last-day-unreadable = I could not read that date. Please type day, month and year, for example <code>{ $example }</code> or <code>{ $shortExample }</code>.
last-day-too-long = { $lastDay } is too late. The validity has at most { $maxDays } days, so the last day can be { $latest } at the latest. Please type it again.
last-day-too-short = { $lastDay } is in the past. The last day can be today ({ $earliest }) at the earliest. Please type it again.
request-summary =
    <b>Request · step { $step } of { $steps }: confirm</b>

    Certificate: { $certificate }
    Scenario: { $scenario }
    Validity: { $days ->
        [one] { $firstDay } only
       *[other] { $firstDay } to { $lastDay }, { $days } days, first and last included
    }
    Endorsements: { $usedAfter }/{ $limit } used once submitted

    The endorsed copy will be sent to this chat.
request-summary-new-day = A new day has begun, so the validity was counted anew from today. Please confirm again.
request-already-submitted = This request has been submitted already.
request-progress =
    ⏳ <b>Making your copy…</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>
    Valid until { $lastDay }

    It normally takes a few seconds and never longer than { $promiseHours } hours. The copy will be sent to this chat; you need not wait here.
request-ready =
    ✅ <b>Your endorsed copy is ready</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>
    Valid until { $lastDay }

    It has been sent to this chat as a PDF.
request-ended =
    { $standing ->
        [failed] ⚠️ <b>This copy could not be made</b>
       *[revoked] ⛔ <b>This endorsement was revoked</b>
    }

    { $certificate }
    Endorsement number: <code>{ $number }</code>

    A later message in this chat says why.
refusal-quota =
    <b>No endorsement left for now</b>

    { $certificate }
    { $counts ->
        [granted] Within { $windowDays } days, { $limit } endorsements have been granted, which is the limit.
       *[active] Of the endorsements requested within { $windowDays } days, { $limit } are still active, which is the limit.
    }

    You can request the next one from <b>{ $nextFreeOn }</b>. Copies that are still valid can be fetched again under “My endorsements”.
refusal-quota-active-hint = You can also revoke an endorsement that you no longer need; it then stops counting.
refusal-withdrawn = This certificate has been withdrawn and cannot be endorsed.
refusal-plain = This certificate needs no endorsement. You can get its file directly.
refusal-not-yours = That was not found. Please choose again from the home page.
refusal-scenario = This scenario is not available at the moment. Please request again.
refusal-changed = Something has changed meanwhile. Please choose again.

## My endorsements

endorsements =
    <b>My endorsements</b> ({ $total })

    Choose one to see it, get its copy again or revoke it. Each begins with the last six characters of its number; days are those left.
endorsements-empty =
    <b>My endorsements</b>

    You have not requested an endorsement yet.
endorsement-button-valid = { $ending } · { $daysLeft } { $daysLeft ->
        [one] day
       *[other] days
    } · { $name }
endorsement-button-other = { $ending } · { $standing } · { $name }
standing-generating = being made
standing-valid = valid
standing-expired = expired
standing-failed = failed
standing-revoked = revoked
endorsement-card =
    <b>Endorsement</b>

    { $certificate }
    Number: <code>{ $number }</code>
    Scenario: { $scenario }
    Validity: { $firstDay } to { $lastDay }
    Status: { $state }
endorsement-state-valid = ✅ valid, { $daysLeft ->
        [one] today is the last day
       *[other] { $daysLeft } days left, today included
    }
endorsement-state-generating = ⏳ being made, at the latest by { $promisedBy }; it will be sent to you
endorsement-state-expired = ⌛ expired; please request again when you need it
endorsement-state-failed = ⚠️ could not be made; it does not count, please request again
endorsement-state-revoked = ⛔ revoked; the copy is no longer valid
fetch-coming = Your copy is on its way.
fetch-expired = This endorsed copy has expired. Please request again when you need it.
fetch-revoked = This endorsement was revoked; its copy is no longer available.
fetch-failed = This copy could not be made. Please request again.
fetch-generating = Your copy is still being made. It will be sent to you as soon as it is ready.
fetch-erased = This copy was erased together with your data and can no longer be fetched. You can request a new one.
revoke-ask =
    <b>Revoke this endorsement?</b>

    { $certificate }
    Number: <code>{ $number }</code>
    Valid until { $lastDay }

    This takes effect at once and cannot be undone. Whoever checks a copy that you gave away will see that it is revoked.
revoke-done =
    ⛔ <b>Revoked</b>

    { $certificate }
    Number: <code>{ $number }</code>

    This copy is no longer valid; whoever checks it will see that it is revoked.
revoke-over = This endorsement is over already. There is nothing to revoke.

## Notices of verifications

button-notices-off = Stop these notices
button-notices-on = Turn notices on again
button-notices-off-list = 🔔 Verification notices: on
button-notices-on-list = 🔕 Verification notices: off
endorsement-verified = { $count ->
        [0] Verified: not yet
        [one] Verified: once
       *[other] Verified: { $count } times
    }
verified-title = ℹ️ <b>Your endorsed copy was verified</b>
verified-once =
    { $certificate }
    Number: <code>{ $number }</code>
    Verified { $moment }, { $way }
verified-often =
    { $certificate }
    Number: <code>{ $number }</code>
    Verified { $count } times, most recently { $moment }, { $way }
verified-way = { $way ->
        [code] by QR code or number
        [file] by file
       *[both] by QR code or number, and by file
    }
verified-others = { $count ->
        [one] One more endorsement was verified, too; you find it under “My endorsements”.
       *[other] { $count } more endorsements were verified, too; you find them under “My endorsements”.
    }
verified-about = Usually this means that whoever received the copy is making sure it is genuine. There is nothing you need to do.
verified-revocable = If you no longer want it to be used, you can revoke it at any time.
notices-off =
    🔕 <b>Notices of verifications are off</b>

    We will no longer tell you when a copy is verified. How often it was is still shown under “My endorsements”, and you can turn notices on again at any time.
notices-on =
    🔔 <b>Notices of verifications are on</b>

    { $sent ->
        [no] This service sends none at present; once it does, you will get them. How often a copy was verified is shown under “My endorsements”.
       *[yes] We will tell you when a copy is verified, in a few messages a day at the most.
    }

## Reminders

reminder =
    🔔 <b>An endorsed copy is about to expire</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>
    { $daysLeft ->
        [0] Today ({ $lastDay }) is its last day.
        [1] Tomorrow ({ $lastDay }) is its last day.
       *[other] It is valid until { $lastDay }, { $daysLeft } days from now.
    }
reminder-renew = If you still need it, you can request the same again with one tap. The new validity begins on the day you ask.
reminder-quota = At the moment no endorsement is left. If you still need it, you can request the same again from { $nextFreeOn }: tap the button below then.
reminders-muted =
    🔕 <b>Reminders are off</b>

    We will no longer remind you before a copy expires. You can turn reminders on again at any time.
reminders-unmuted =
    🔔 <b>Reminders are on</b>

    { $sent ->
        [no] This service sends none at present; once it does, you will get them.
       *[yes] We will remind you before a copy expires.
    }
renew-repeated = You have requested this again already.
overdue =
    ⏳ <b>We are sorry to keep you waiting</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>

    The copy was not ready within { $promiseHours } hours. Our staff know, and the system keeps working on it. It will be sent to you as soon as it is ready; you need not request it again.
failed =
    ⚠️ <b>The copy could not be made</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>

    { $reason ->
        [missing-glyph] The certificate has a rare character that the system cannot print yet. Our staff know.
        [certificate-gone] The certificate has changed meanwhile. Please look at its details again.
        [too-late] Its last day was over before it was ready.
       *[other] There was a fault in the system. Our staff know.
    }
    This request does not count. If you need the copy urgently, call { $hotline } ({ $hours }).
revoked =
    ⛔ <b>An endorsement was revoked</b>

    { $certificate }
    Endorsement number: <code>{ $number }</code>

    { $cause ->
        [certificate-withdrawn] The certificate has been withdrawn and this endorsement with it. Its copy is no longer valid.
        [certificate-corrected] Your identity document was corrected in the registry. The copy shows the old number and is no longer valid. Link again with the corrected number, then request a new one.
       *[other] Our staff revoked this endorsement. Its copy is no longer valid.
    }
    If you have questions, call { $hotline } ({ $hours }).

## The endorsed copy

copy-caption =
    <b>{ $certificate }</b>
    Endorsement number: <code>{ $number }</code>
    Scenario: { $scenario }
    Validity: { $firstDay } to { $lastDay }

    { $place ->
        [chat] To verify: scan the QR code in the file, or <a href="{ $verifyUrl }">open it in Telegram</a>, verification code <code>{ $verificationCode }</code>
       *[page] To verify: scan the QR code in the file, or open the <a href="{ $verifyUrl }">verification page</a>, verification code <code>{ $verificationCode }</code>
    }
plain-caption =
    <b>{ $certificate }</b>
    This certificate needs no endorsement. Please keep the file safe and give it only to those who need it.
plain-copy-waits =
    ⏳ <b>Making your file…</b>

    { $certificate }

    { $reason ->
        [missing-glyph] The certificate has a rare character that the system cannot print yet. Our staff know. The file will be sent to this chat once a font has been added; you need not wait here or ask again.
       *[fault] This takes longer than usual, and it is being worked on. The file will be sent to this chat once it is made; you need not wait here or ask again.
    }
plain-copy-failed =
    ⚠️ <b>The certificate file could not be sent</b>

    { $certificate }

    { $reason ->
        [certificate-gone] The certificate has changed meanwhile. Please look at its details again.
        [missing-glyph] The certificate has a rare character that the system cannot print yet; a font must be added first. If you need the file urgently, call { $hotline } ({ $hours }).
       *[fault] Our staff know. Please try again later. If you need the file urgently, call { $hotline } ({ $hours }).
    }
plain-copy-over =
    ⚠️ <b>The certificate file could not be sent</b>

    { $certificate }

    A later message in this chat says why.
plain-copy-came =
    ✅ <b>Your certificate file is ready</b>

    { $certificate }

    It has been sent to this chat as a PDF file.

## Checking a file

verify-how =
    <b>Check a copy that you were given</b>

    Send me one of these, as you like:

    • the PDF file (up to 20 MB): the surest way, for it also shows whether the file was changed
    • the text of its QR code, or the verification code beside it
    • the endorsement number, such as JZ20261122-7K3M9Q: shows only whether it is valid

    You need not link anything. The holder learns that the copy was verified, but not by whom.
verify-facts-endorsed =
    Holder: { $name }
    Certificate: { $certificate }
    Scenario: { $scenario }
    Validity: { $firstDay } to { $lastDay }
    Issued by: { $issuer }
    Endorsement number: <code>{ $number }</code>
verify-facts-plain =
    Electronic copy of a certificate that needs no endorsement
    Holder: { $name }
    Certificate: { $certificate }
    Issued by: { $issuer }
verify-facts-number =
    Endorsement number: <code>{ $number }</code>
    Validity: { $firstDay } to { $lastDay }
verify-compare = Please compare this with the document. You can also send the PDF here to check that it is unchanged.
verify-number-only = A number alone shows no more. For holder and certificate send the text of the QR code, or the PDF.
verify-foreign-address = ⚠️ The address that you sent does not belong to { $authority }. Rely on this answer, not on that page, and enter nothing there.
verify-too-large = The file is larger than 20 MB and cannot be checked. An endorsed copy has normally less than 0.1 MB.
verify-not-pdf = Only PDF files can be checked here. Instead of a photo or screenshot send the text of the QR code or the verification code, or ask for the original PDF.
verify-unreachable = The file could not be fetched just now. Please send it again in a moment.

## Privacy

privacy =
    <b>My data and privacy</b>

    We keep the number of your chat account, your language and reminder settings, your link, your agreement to the notice, and your endorsements with how often each was verified, but not by whom. Name, document number and phone number are encrypted; they never appear in file names, QR codes or web addresses.

    The registry of certificates is kept by the issuing authority under the law. Erasing your chat data does not change it.
privacy-unlinked =
    <b>My data and privacy</b>

    No certificate is linked. We keep only the number of your chat account, your language, and the records that we must keep.
export-caption = This is what we keep about you ({ $date }). The file holds personal data; please keep it safe.
unlink-ask =
    <b>Unlink this account?</b>

    You will no longer see your certificates and endorsements here, nor receive reminders. Copies that you have remain valid until their last day.

    You can link again at any time.
unlink-done =
    ✅ <b>Unlinked</b>

    This account is no longer tied to your certificates.
unlink-none = No certificate is linked with this account.
erase-ask =
    <b>Erase your data?</b>

    Erased: the number of your chat account, your settings, your link, anything unfinished and the copies that we hold; an endorsement that is being made is cancelled.

    Kept: your certificates in the registry, which the issuing authority keeps under the law, and what the limit on endorsements and our records require. Copies that you gave away remain valid until their last day.

    This cannot be undone. You can link again at any time.
erase-later =
    <b>Not just yet</b>

    Some recent attempts to link did not succeed. So that nobody can go on guessing at other people’s details, we have to keep their number until { $until }. After that you can erase your data here.

    For help, call { $hotline } ({ $hours }).
erase-done =
    ✅ <b>Erased</b>

    Your chat data has been erased. Your certificates in the registry are not affected. Please clear the messages in this chat yourself.

    To begin again, send /start.

## Questions and answers

faq =
    <b>Questions and answers</b>

    Choose a question. If yours is not here, tap “Contact support” or call { $hotline } ({ $hours }).
faq-answer =
    <b>{ $question }</b>

    { $answer }
faq-what = What is an endorsement?
faq-what-answer = An endorsement states on the electronic certificate what it may be used for and until when, so that nobody can use it without your consent. The PDF you receive is called an endorsed copy. It has an electronic seal and a QR code by which others can verify it.
faq-which = Which certificates need one?
faq-which-answer =
    Electronic certificates must be endorsed first, and downloaded and used within the validity.{ $before ->
        [none] {""}
        [one-day] {""}

        Of some qualifications, those issued before { $day } need no endorsement for now; you can view and get them directly. “My certificates” shows what applies to each of yours.
       *[several] {""}

        Of some qualifications, earlier ones need no endorsement for now; you can view and get them directly. “My certificates” shows what applies to each of yours.
    }
faq-how-long = How long does it take? What if it never ends?
faq-how-long-answer =
    Normally a few seconds, and never longer than { $promiseHours } hours. The copy is sent to this chat; there is no need to request it again.

    Should it take longer than { $promiseHours } hours, we tell you and our staff see to it. A request that fails does not count.
faq-validity = Which validity should I choose?
faq-validity-answer =
    At most { $maxDays } days, counted from the day you ask, first and last day included. Unless you need a shorter one, choose the longest.

    When it is over the copy is no longer valid, and you can request a new one.
faq-quota = Why is no endorsement left?
faq-quota-answer =
    { $counts ->
        [granted] Counting back { $windowDays } days from the day of asking, one certificate can be granted { $limit } endorsements.
       *[active] Counting back { $windowDays } days from the day of asking, one certificate can have { $limit } active endorsements. Expired, revoked and failed ones do not count.
    }

    Each certificate is counted by itself. The message tells you when the next one can be requested. A valid copy can be fetched as often as you like without counting.
faq-missing = Why can’t I see my certificate?
faq-missing-answer =
    There are three possible reasons:

    1. You have not obtained a certificate yet.
    2. Its data is not online yet, or it is not made by { $authority }.
    3. Your name or document number was corrected after you linked. Please link again with the corrected details.
faq-wrong = A detail of my certificate is wrong
faq-wrong-answer = Please have the issuing body correct it. To see whom to contact, open “My certificates”, choose the certificate, request an endorsement and tap “Is something wrong?”. Please wait with the request until the detail is corrected.
faq-phone = My phone number has changed
faq-phone-answer = Please contact support, or call { $hotline } ({ $hours }). Once it is clear who you are, our staff give you a one-time link code to type while linking. The old number is not needed.
faq-corrected = My name or document number was corrected
faq-corrected-answer = Unlink this account under Privacy, then link again with the corrected details. If a copy that you have shows wrong details, revoke it and request a new one.
faq-blank = The file is blank, or the signature “unknown”
faq-blank-answer =
    Blank: open it with another common PDF reader or on a computer, or fetch it again under “My endorsements”.

    “Unknown” only means that the reader does not have the issuing authority’s digital certificate built in. It does not mean that the file is wrong. What counts is the result of scanning the QR code.
faq-check = How do others verify a copy?
faq-check-answer = { $place ->
        [chat] They scan the QR code on the copy, which opens @{ $bot } in Telegram, and see whether it is genuine, until when it is valid and how it stands. Nothing has to be linked for that. The PDF, the verification code or the endorsement number can also be sent to me.
       *[page] They scan the QR code on the copy, or enter the verification code on the verification page, and see whether it is genuine, until when it is valid and how it stands. No account is needed. The PDF, the text of the QR code or the endorsement number can also be sent to me.
    }
faq-expired = My copy has expired
faq-expired-answer = An expired copy can no longer be fetched or used. Open “My endorsements”, choose it and tap “Request again”.{ $reminded ->
        [no] {""}
       *[yes] {" "}We remind you before a copy expires.
    }
faq-revoke = I no longer want somebody to use my copy
faq-revoke-answer = Open “My endorsements”, choose the endorsement and tap “Revoke this endorsement”. It takes effect at once, and whoever verifies the copy sees that it is revoked.
faq-human = How can I talk to a person?
faq-human-answer = Tap “Contact support” below and type your question; our staff will answer in this chat. Or call { $hotline } and have your endorsement number at hand. We are there { $hours }. Except when you are asked for it while linking, never send your identity number in this chat.

## Support

button-support = 💬 Contact support
button-support-new = Ask something else
button-support-more = Add to { $ticket }
button-support-close = Solved
button-support-done = That is all
button-support-send = Send to support ({ $ticket })
button-support-keep = Don’t send
support-write =
    💬 <b>Contact support</b>

    Just type your question and send it. You can also send pictures or a PDF file.

    Our staff answer { $hours }. The answer will come to this chat, so there is no need to wait here. If it is urgent, call { $hotline }.

    🔒 Please leave out your identity number. If we need to make sure who you are, our staff will tell you how.
support-opened =
    ✅ <b>Passed on to our staff</b>

    Your reference: <b>{ $ticket }</b>
    Our staff answer { $hours }. The answer will come to this chat, so there is no need to wait here.

    Anything to add? Just go on typing. If not, tap “That is all”.
support-added = ✅ Passed on to our staff ({ $ticket }). Anything to add? Just go on typing. If not, tap “That is all”.
support-go-on = Please go on typing. Everything you send goes to our staff ({ $ticket }). When you are done, tap “That is all”.
support-finished = Thank you. We will let you know here as soon as our staff have answered.
support-masked = 🔒 There was an identity number in your message. We passed it on with the middle hidden and deleted your message from the chat.
support-unfit = Sorry, our staff can only receive text, pictures and PDF files. Please put it into words instead.
support-offer = Shall I send what you just wrote to our staff?
support-kept = All right, it was not sent.
support-linking-left = Linking stops here. You can begin again at any time.
support-tickets =
    💬 <b>Contact support</b>

    { $tickets }

    To go on with one, tap “Add to” beside it.
support-ticket-waiting = ⏳ { $ticket }: waiting for an answer
support-ticket-answered = 💬 { $ticket }: answered
support-ticket-closed = ☑️ { $ticket }: closed
support-closed =
    ✅ <b>{ $ticket } is closed</b>

    Thank you for telling us. If anything comes up within { $days } days, tap “Add to { $ticket }”.
support-closed-by-staff =
    ☑️ <b>{ $ticket } has been closed</b>

    If it is not solved yet, tap “Add to { $ticket }” within { $days } days. You will not have to explain it all again.
support-answer =
    💬 <b>Answer from support</b> ({ $ticket })

    { $answer }

    <i>Your question: { $question }</i>

    If anything is unclear, reply to this message or tap “Add to { $ticket }”.
support-answer-alone =
    💬 <b>Answer from support</b> ({ $ticket })

    { $answer }

    If anything is unclear, reply to this message or tap “Add to { $ticket }”.
support-quoted-file = (a picture or file)
support-nothing-said = There was nothing in that message. Please type your question.
support-too-long = A message can have at most { $limit } characters. This one has { $characters } and was not passed on. Please send it in parts.
support-file-too-large = A file can have at most { $limit } MB, so this one was not passed on. Please send a screenshot, or put it into words.
support-too-often = That was a lot in a short time, so this message was not passed on. Please send it again later, or call { $hotline } ({ $hours }) if it is urgent.
support-too-many = { $limit } of your questions are still open. Please add to one of them, or close what is solved.
support-no-such-ticket = That question is closed and cannot be taken up again. If you have a new one, please contact support again.

## Profile and commands

profile-description =
    Have your professional qualification certificates endorsed and receive a sealed PDF that states what it may be used for and until when.

    Tap Start below to begin.
profile-short-description = Endorsements for professional qualification certificates: request, receive, verify, be reminded.
command-start = Home page
command-certificates = My certificates, request an endorsement
command-endorsements = My endorsements
command-verify = Check a copy that I was given
command-faq = Questions and answers
command-support = Contact support
command-help = Help
command-language = Change the language 语言
command-privacy = My data and privacy
command-cancel = Stop what I am doing

## Broadcasts

broadcast =
    📢 <b>From the { $authority }</b>

    { $words }
