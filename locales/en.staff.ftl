### Everything the staff bot says. To colleagues: short and exact, with what came of it and what comes next.
### Markup is Telegram's <b>, <i>, <code>, <a> only. The texts of a duty stay together; their ids begin with staff-duty.

## Common

staff-button-cancel = Cancel
staff-role = { $role ->
    [agent] agent
    [supervisor] supervisor
   *[admin] administrator
  }
staff-welcome = 👋 Welcome to the staff. Your role: { $role }. Everything you do or look at here is written to the audit log.
staff-member-already = You are a member already; the invitation was not used.
staff-problem = Sorry, something went wrong, and your last step may not have been completed. Try again in a moment; if it happens again, give this reference to your technical staff: <code>{ $reference }</code>.
staff-not-allowed = Your role doesn’t allow this. The attempt is in the audit log.
staff-suspended = Your access is suspended. Please ask an administrator.
staff-stale-button = This button is out of date. Please open it again.
staff-unknown-command = There is no such command. Send /help for what you can use.
staff-dialog-expired = You had been away too long, so the last step was dropped. Please start again.
staff-out-of-place = That message doesn’t belong to anything open. Send /help for what you can use.
staff-private-only = That is for a private chat with me only.

## Help, language, cancel

staff-help = <b>Your role: { $role }</b>
    You can use:
staff-help-line = /{ $command } { $description }
staff-language = Please choose a language.
staff-language-set = Language changed
staff-nothing-to-cancel = There is nothing to cancel.
staff-cancelled = Cancelled.

## Commands

staff-command-find = Find a holder
staff-command-status = State of the service
staff-command-help = What I can do
staff-command-language = 语言 Language
staff-command-cancel = Cancel what is under way
staff-command-group = Make this the staff group (in a group)

## The staff group

staff-group-how = Add this bot to the staff group as an administrator; then an administrator of the staff sends /group there. In a group with topics, each ticket gets a topic of its own.
staff-group-set = ✅ This is the staff group now: news and tickets come here.
staff-group-set-topics = ✅ This is the staff group now: news come here, and each ticket gets a topic of its own. Make sure that the bot may manage topics.

## Alerts

staff-age =
    { $unit ->
        [minutes] { $count } min
        [hours] { $count } h
       *[days] { $count } { $count ->
            [one] day
           *[other] days
        }
    }
staff-alerts-none = ✅ There are no alerts.
staff-alerts =
    <b>Alerts</b>

    { $lines }
staff-alerts-line = { $name }: { $open } open{ $unseen ->
        [none] {""}
       *[other] , { $unseen } not acknowledged
    }{ $muted ->
        [no] {""}
       *[other] {" "}(muted until { $muted })
    }
staff-alerts-kind =
    ⚠️ <b>{ $name }</b> ({ $count })

    { $lines }

    { $advice }
staff-alerts-kind-none = ✅ { $name }: none at present.
staff-alerts-more = … and { $count } more
staff-alerts-seen = Acknowledged by { $by }, { $at }
staff-alert-name =
    { $kind ->
        [sender-stuck] Messages are not going out
        [signer-unavailable] Signing is not possible
        [timestamp-unavailable] Time-stamping service down
        [revocation-unavailable] Certificate status service down
        [certificate-revoked] Signing certificate revoked
        [issuer-expiring] Signing certificate expiring
        [overdue] Copies overdue
        [generation-failed] Copies failed
        [missing-glyph] Rare characters that can't be printed
        [outbox-dead] Messages not delivered
       *[lockout] Many lockouts
    }
staff-alert-advice =
    { $kind ->
        [sender-stuck] See /status. Nothing is lost: it goes on once the network or the token is back.
        [signer-unavailable] Check the key or the signing service. Waiting copies are made once it is back.
        [timestamp-unavailable] Copies wait or are issued at a lower level, as the policy says, until the service is back.
        [revocation-unavailable] Copies wait or are issued at a lower level, as the policy says, until the service is back.
        [certificate-revoked] Replace the signing certificate now and tell the issuing body.
        [issuer-expiring] Renew the signing certificate soon: nothing can be signed after its end.
        [overdue] The holders know, and attempts go on. Retry or give up in /queue.
        [generation-failed] The holders know, and it doesn't count. Retry or give up in /queue.
        [missing-glyph] Once an operator has added a font, retry in /queue.
        [outbox-dead] Copies can be sent again in /queue.
       *[lockout] Somebody may be trying out other people's details. When a holder calls, unlock in /find.
    }
staff-alert-line =
    { $kind ->
        [sender-stuck] { $bot ->
            [staff] Staff bot
           *[holder] Holder bot
        }: the oldest has waited { $age }
        [signer-unavailable] Issuer <code>{ $issuer }</code>: { $detail }
        [timestamp-unavailable] { $detail }
        [revocation-unavailable] { $detail }
        [certificate-revoked] { $detail }
        [issuer-expiring] Issuer <code>{ $issuer }</code>: { $days ->
            [ended] over, nothing can be signed
           *[other] { $days } days left
        }
        [overdue] <code>{ $number }</code> · for { $age }
        [generation-failed] <code>{ $number }</code> · { $reason } · { $age } ago
        [missing-glyph] { $number ->
            [none] A certificate file
           *[other] <code>{ $number }</code>
        } · lacks { $characters } · { $age } ago
        [outbox-dead] { $number ->
            [none] A message
           *[other] <code>{ $number }</code>
        } · tried { $attempts } times · { $age } ago
       *[lockout] { $of ->
            [account] A chat account
           *[holder] A holder
        } · { $attempts } failures · { $age } ago
    }
staff-reason =
    { $reason ->
        [missing-glyph] rare character
        [signer] signing not possible
        [certificate-gone] certificate changed
        [too-late] validity over
        [given-up] given up
        [timestamp-unavailable] time-stamping service down
        [revocation-unavailable] certificate status service down
        [certificate-revoked] signing certificate revoked
        [signer-unavailable] signing service down
        [no-answer] sent, no answer came
        [not-sent] could not be sent
        [none] not tried yet
       *[fault] fault in the system
    }
staff-button-acknowledge = Acknowledge
staff-button-mute-hour = Mute for 1 hour
staff-button-mute-day = Mute for 24 hours
staff-button-unmute = Unmute
staff-button-open-queue = Open the queue
staff-button-all-alerts = All alerts
staff-alerts-acknowledged = { $count } acknowledged.
staff-alerts-nothing-left = { $by ->
        [none] These alerts are over.
       *[other] { $by } acknowledged them, { $at }.
    }
staff-alerts-muted = Muted until { $until }. Alerts are still recorded.
staff-alerts-unmuted = No longer muted.

## Queue

staff-note = <b>{ $words }</b>
staff-endorsement-status =
    { $status ->
        [requested] requested
        [generating] being made
        [valid] valid
        [expired] expired
        [failed] failed
        [revoked] revoked
       *[none] not there
    }
staff-queue =
    <b>Queue</b>

    ⏰ Overdue: { $overdue }
    ❌ Failed: { $failed }
    ❔ Delivery uncertain: { $uncertain }
    ⚙️ Being made: { $generating }
staff-queue-list-name =
    { $list ->
        [overdue] Overdue
        [failed] Failed
        [uncertain] Delivery uncertain
       *[generating] Being made
    }
staff-queue-list =
    <b>{ $name }</b> ({ $count })

    { $lines }
staff-queue-empty = <b>{ $name }</b>: none.
staff-queue-line = { $place }. <code>{ $number }</code> · { $age } · { $reason }
staff-queue-card =
    <b>{ $name }</b>

    Endorsement number: <code>{ $number }</code>
    Holder: { $holder }
    { $certificate }
    Since: { $since } ({ $age } ago)
    Reason: { $reason }
    { $attempts ->
        [none] {""}
       *[other] Tried { $attempts } times{ $next ->
            [none] , an attempt is under way
            [over] {""}
           *[other] , next { $next }
        }
    }
staff-queue-gone = This is no longer in the queue. It is now: { $status }.
staff-button-queue-list = { $name } ({ $count })
staff-button-queue-retry = Retry now
staff-button-queue-send-again = Send again
staff-button-queue-give-up = Give up
staff-button-queue-retry-all = Retry all
staff-button-queue-give-up-all = Give all up
staff-button-queue-back = ‹ Queue
staff-button-queue-confirm = Yes, give up
staff-button-queue-confirm-all = Yes, all { $count }
staff-queue-ask-give-up = No further attempts will be made. If the copy is still being made, its holder is told, and it doesn't count.
staff-queue-ask-all =
    { $deed ->
        [retry] All { $count } in “{ $name }” will be tried again.
       *[give-up] All { $count } in “{ $name }” will be given up. Holders of copies still being made are told, and it doesn't count.
    }
staff-queue-done =
    { $deed ->
        [retry] It is tried again right away.
       *[give-up] Given up.
    }
staff-queue-all-started = Under way; a report follows.
staff-queue-all-progress = Under way: { $count } / { $total }
staff-queue-all-done =
    { $deed ->
        [retry] ✅ { $count } are tried again
       *[give-up] ✅ { $count } given up
    }{ $refused ->
        [none] .
       *[other] ; { $refused } had changed meanwhile and were left alone.
    }
staff-queue-refused =
    { $kind ->
        [quota-used-up] The holder has asked anew and the quota is used up, so this can't be retried.
        [certificate-withdrawn] The certificate is withdrawn, so this can't be retried.
        [too-late] The validity is over, so this can't be retried.
        [nobody] The holder is linked with no account, so there is nobody to send it to.
       *[other] It has changed meanwhile; nothing to do.
    }

## Broadcasts

staff-broadcasts =
    <b>Broadcasts</b>

    { $lines }
staff-broadcasts-none = <b>Broadcasts</b>: none so far.
staff-broadcast-line = { $place }. { $created } · { $status } · { $sent } / { $expected }
staff-broadcast-status =
    { $status ->
        [scheduled] scheduled
        [running] under way
        [paused] paused
        [done] done
       *[cancelled] cancelled
    }
staff-broadcast-audience =
    { $kind ->
        [expiring] Holders with an endorsement that ends before { $day }
        [qualification] Holders of { $qualification }
       *[linked] All linked holders
    }
staff-broadcast-ask-audience = <b>Who is it for?</b>
staff-broadcast-ask-before =
    <b>Endorsements that end before which day?</b>

    Choose, or type a day such as { $example }.
staff-broadcast-ask-qualification = <b>Holders of which qualification?</b>
staff-broadcast-ask-chinese =
    { $audience }: { $count } at present.

    Please send the <b>Chinese</b> text, { $most } characters at most, without greeting or signature.
staff-broadcast-ask-english = Please send the <b>English</b> text, or let everybody have the Chinese one.
staff-broadcast-ask-when =
    Above is what holders will see.

    { $audience }: { $count } at present. When is it to go out?
staff-broadcast-ask-time = Type the time, such as <code>{ $example }</code>.
staff-broadcast-ask-confirm =
    <b>Please confirm</b>

    { $audience }: { $count } at present.
    { $when ->
        [now] It starts as soon as you confirm.
       *[other] It starts on { $when }.
    }
staff-broadcast-card =
    📢 <b>Broadcast</b>: { $status }

    { $audience }
    Start: { $start }
    Sent to { $sent } of { $expected }{ $failed ->
        [none] {""}
       *[other] , { $failed } not reached
    }
    { $changed ->
        [none] {""}
       *[other] Changed by { $by }, { $changed }
    }
staff-broadcast-done = ✅ <b>Broadcast done</b>: sent to { $sent }{ $failed ->
        [none] .
       *[other] ; { $failed } not reached (they block the bot or are gone).
    }
staff-broadcast-refused =
    { $kind ->
        [empty-text] The text is empty.
        [long-text] The text is too long: { $most } characters at most.
        [not-a-day] That is no day that I understand. Please type one such as { $example }.
        [past-day] Please choose a day after today.
        [not-a-time] That is no time that I understand. Please type one such as { $example }.
        [past-time] That time has passed. Please type another.
        [far-time] At most { $most } days ahead. Please type another.
        [unknown-qualification] The catalogue has no such qualification any more.
       *[nobody] There is nobody to send it to. Nothing was sent.
    }
staff-broadcast-not-now = { $by ->
        [none] It is now: { $status }.
       *[other] { $by } changed it, { $at }. It is now: { $status }.
    }
staff-button-broadcast-new = New broadcast
staff-button-broadcast-linked = All linked holders
staff-button-broadcast-expiring = Something expiring
staff-button-broadcast-qualification = One qualification
staff-button-broadcast-days = within { $days } days
staff-button-broadcast-chinese-only = Chinese for everybody
staff-button-broadcast-now = Send now
staff-button-broadcast-later = Send later
staff-button-broadcast-confirm = Yes, send it
staff-button-broadcast-pause = Pause
staff-button-broadcast-resume = Resume
staff-button-broadcast-cancel = Cancel it
staff-button-broadcast-list = All broadcasts

## Finding holders

staff-find-how =
    <b>Find a holder</b>

    Send any one of these:

    • management number
    • endorsement number or verification code
    • name and the last four of the document number, such as <code>Lin Xiaoyu 0025</code>

    🔒 A message with a name in it is deleted once it was read.
staff-find-nothing = Nothing found. Check and send again: the name as the registry has it, and only the last four of the document number.
staff-find-please-type = Send it as text, please.
staff-find-gone = There is no such holder. Search again, please.
staff-find-several =
    <b>{ $count } found</b>

    Choose by the document number.
staff-find-several-more = There are many of that name and ending; only the first { $count } are listed. Search by the management number instead.
staff-find-several-button = { $name } · { $number }
staff-find-person =
    👤 <b>{ $name }</b>
    { $documentType }: <code>{ $documentNumber }</code>
    Phone: { $phone ->
        [none] not on record
       *[other] { $phone }
    }
staff-find-certificates = 🎓 <b>Certificates</b> ({ $total })
staff-find-certificate-line =
    • { $certificate } · { $status ->
        [withdrawn] ⛔ withdrawn
       *[valid] valid
    }
      No. <code>{ $managementNumber }</code>
staff-find-more = … and { $count } more
staff-find-endorsements = 📄 <b>Endorsements</b> ({ $total })
staff-find-endorsement-line = • <code>{ $number }</code> · { $state }
staff-find-state =
    { $standing ->
        [valid] valid until { $lastDay }
        [generating] being made, asked for { $requested }
        [expired] expired ({ $lastDay })
        [failed] failed ({ $ended })
       *[revoked] revoked ({ $ended })
    }
staff-find-unlinked = 🔗 <b>Link</b>: none
staff-find-linked =
    🔗 <b>Link</b>: since { $since }, { $proof ->
        [code] by a link code
       *[contact] by the phone number
    }
staff-find-blocked = ⚠️ The person blocks the bot (since { $since }); nothing reaches them
staff-find-idle = Not in the middle of anything
staff-find-position = At: { $position } (since { $since })
staff-find-position-name =
    { $position ->
        [linking-type] linking, choosing the document type
        [linking-number] linking, typing the document number
        [linking-name] linking, typing the name
        [linking-proof] linking, giving the phone number or a code
        [request-details] asking for an endorsement, checking the details
        [request-scenario] asking for an endorsement, choosing the scenario
        [request-validity] asking for an endorsement, choosing the validity
        [request-last-day] asking for an endorsement, typing the last day
        [request-summary] asking for an endorsement, before submitting
       *[other] something else
    }
staff-find-locks = 🔒 <b>Locks</b>
staff-find-lock-holder = • Holder: no linking until { $until }
staff-find-lock-account = • Account: no linking until { $until }
staff-find-journal = 🕘 <b>Lately</b>
staff-find-entry = • { $at } { $event }
staff-find-event =
    { $event ->
        [linked-contact] linked by the phone number
        [linked-code] linked by a code
        [unlinked-moved] moved to another account
        [unlinked-by-holder] unlinked by the holder
        [unlinked-by-staff] unlinked by staff
        [unlinked-erased] unlinked, chat data erased
        [link-refused] linking refused
        [holder-locked] holder locked after failures
        [account-locked] account locked after failures
        [holder-unlocked] holder unlocked
        [account-unlocked] account unlocked
        [link-code-made] link code made
        [notice-agreed] service notice agreed to
        [account-erased] chat data erased
        [reminders-muted] reminders off
        [reminders-on] reminders on
        [endorsement-requested] endorsement asked for
        [endorsement-valid] copy made
        [endorsement-failed] copy failed
        [endorsement-expired] endorsement expired
        [endorsement-overdue] copy overdue
        [endorsement-retried] copy tried again
        [endorsement-revoked-holder] endorsement revoked by the holder
        [endorsement-revoked-staff] endorsement revoked by staff
        [endorsement-revoked-certificate-withdrawn] endorsement revoked with the certificate
        [endorsement-revoked-certificate-corrected] endorsement revoked, document number corrected
        [signature-level-lowered] copy signed at a lower level
        [certificate-withdrawn] certificate withdrawn
        [certificate-restored] certificate restored
        [certificate-moved] certificate moved to the corrected document
       *[other] { $kind }
    }
staff-find-button-search = Find another
staff-find-button-reveal = Show in full
staff-find-button-certificates = Certificates ({ $total })
staff-find-button-endorsements = Endorsements ({ $total })
staff-find-button-code = Make a link code
staff-find-button-unlink = Unlink
staff-find-button-unlock = Unlock
staff-find-button-refresh = Refresh
staff-find-button-card = ‹ Back to the card
staff-find-button-leave = Cancel, back to the card
staff-find-button-resend = Send the copy again
staff-find-button-retry = Make it again
staff-find-button-revoke = Revoke
staff-find-button-withdraw-certificate = Ask for withdrawal
staff-find-button-restore-certificate = Ask for restoring
staff-find-button-confirm-withdraw-certificate = Withdraw it
staff-find-button-confirm-restore-certificate = Restore it
staff-find-button-decline = Decline
staff-find-button-take-back = Take it back
staff-find-button-open-card = Show the holder
staff-find-button-yes =
    { $deed ->
        [unlink] Unlink
        [revoke] Revoke
       *[ask] Submit for confirmation
    }

staff-find-ask-reason =
    <b>{ $deed ->
        [reveal] Show in full
        [unlink] Unlink
        [revoke] Revoke an endorsement
        [withdraw-certificate] Ask for a certificate to be withdrawn
       *[restore-certificate] Ask for a certificate to be restored
    }</b>

    { $about }

    Type the reason; it goes into the audit. No document or phone numbers in it, please.
staff-find-reason-length = A reason has { $least } to { $most } characters. Type it again, please.
staff-find-reason-personal = There was a document or phone number in the reason, so the message was deleted. Type the reason again, please.
staff-find-confirm =
    <b>{ $deed ->
        [unlink] Unlink?
        [revoke] Revoke this endorsement?
        [withdraw-certificate] Ask for withdrawal?
       *[restore-certificate] Ask for restoring?
    }</b>

    { $about }
    Reason: { $reason }

    { $deed ->
        [unlink] The account can't see certificates or endorsements any more, and is told.
        [revoke] It takes effect at once and can't be undone; the holder is told.
        [withdraw-certificate] It takes effect when a colleague confirms. Valid endorsements are revoked with it, and the holder is told.
       *[restore-certificate] It takes effect when a colleague confirms. Revoked endorsements stay revoked; the holder can ask anew.
    }
staff-find-revealed =
    🔓 <b>In full</b> (deletes itself after { $seconds } seconds)

    Name: <b>{ $name }</b>
    { $documentType }: <code>{ $documentNumber }</code>
    Phone: { $phone ->
        [none] not on record
       *[other] <code>{ $phone }</code>
    }
staff-find-reveal-again = That message is too old to be deleted after showing. Start again from the new card below.
staff-find-code =
    🔑 <b>Link code</b>

    <code>{ $code }</code>

    Good until { $expiresAt }, once. Read it out, or pass this link on:
    { $link }

    The person still has to give document number and name. Make sure who they are first.{ $replaced ->
        [yes] {" "}Earlier unused codes have stopped working.
       *[no] {""}
    }
staff-find-button-copy-link = Copy the link
staff-find-unlinked-now = ✅ Unlinked; the person is being told.
staff-find-link-gone = The link has changed; nothing was done.{ $what ->
        [staff] {" "}{ $by } unlinked it, { $at }.
        [holder] {" "}The holder unlinked it, { $at }.
       *[other] {" "}See the card as it is now.
    }
staff-find-unlocked = ✅ Unlocked: { $what ->
        [both] holder and account
        [holder] holder
       *[accounts] account
    }. They can link again.
staff-find-not-locked = Nothing is locked.{ $what ->
        [staff] {" "}{ $by } unlocked it, { $at }.
       *[other] {""}
    }
staff-find-endorsement =
    📄 <b>Endorsement { $number }</b>

    { $certificate }
    Scenario: { $scenario }
    Validity: { $firstDay } to { $lastDay }
    Asked for: { $requestedAt }
    State: { $state }
staff-find-endorsement-list = 📄 <b>Endorsements</b> ({ $total })
staff-find-endorsement-button = { $ending } · { $standing } · { $certificate }
staff-find-resent = ✅ The copy is being sent again.
staff-find-resend-refused =
    { $reason ->
        [not-linked] The holder is linked with no account; there is nobody to send it to.
        [blocked] The person blocks the bot; nothing reaches them.
        [still-generating] The copy is still being made and will be sent then.
        [expired] The copy has expired.
        [revoked] The endorsement was revoked.
        [failed] The copy could not be made. It can be tried again.
        [copy-erased] The copy was erased at the holder's wish.
       *[not-yours] There is no such endorsement.
    }
staff-find-retried = ✅ It is being made again and will be sent to the holder.
staff-find-retry-refused =
    { $reason ->
        [quota-used-up] The holder has asked anew; the quota is used up.
        [certificate-withdrawn] The certificate was withdrawn.
        [too-late] Its last day is over.
       *[nothing-to-retry] It has changed meanwhile; there is nothing to retry.
    }
staff-find-revoked = ✅ { $number } is revoked; the holder is being told.
staff-find-over = Nothing was done: this endorsement is over.{ $what ->
        [staff] {" "}{ $by } revoked it, { $at }.
        [holder] {" "}The holder revoked it, { $at }.
       *[other] {""}
    }
staff-find-certificate =
    🎓 <b>{ $certificate }</b>

    Management number: <code>{ $managementNumber }</code>
    Approved: { $approvedOn }
    Issued: { $issuedOn }
    Issuer: { $issuer }
    Status: { $status ->
        [withdrawn] ⛔ withdrawn
       *[valid] valid
    }
staff-find-certificate-list = 🎓 <b>Certificates</b> ({ $total })
staff-find-certificate-button =
    { $status ->
        [withdrawn] ⛔ { $certificate }
       *[valid] { $certificate }
    }
staff-find-proposal =
    ⏳ <b>To be confirmed: { $change ->
        [restore-certificate] restore the certificate
       *[withdraw-certificate] withdraw the certificate
    }</b>
    Asked by { $by }, { $at }
    Reason: { $reason }
    Open until { $until }, for another member to confirm.
staff-find-proposed = ✅ Submitted; another member has to confirm it.
staff-find-already-asked = Not submitted again: { $by } asked, { $at }, and it waits for confirmation.
staff-find-nothing-to-change =
    { $status ->
        [withdrawn] Not submitted: the certificate is withdrawn already.
       *[valid] Not submitted: the certificate is valid.
    }
staff-find-changed =
    { $change ->
        [restore-certificate] ✅ The certificate is valid again.
       *[withdraw-certificate] ✅ The certificate is withdrawn; endorsements revoked with it: { $revoked }.
    }
staff-find-declined = Noted: declined.
staff-find-taken-back = Taken back.
staff-find-decide-refused =
    { $reason ->
        [same-person] You can't confirm what you asked for. Another member has to.
        [not-yours] Only who asked can take it back.
        [not-allowed] Your role can't confirm this.
        [expired] It lapsed, { $at }. Ask anew, please.
        [already-confirmed] { $by } confirmed it, { $at }.
        [already-declined] { $by } declined it, { $at }.
        [already-taken-back] { $by } took it back, { $at }.
        [nothing-to-change] The certificate has changed meanwhile; there is nothing to do. Decline it to close the request.
       *[no-such-proposal] There is no such request.
    }
staff-find-news-asked =
    ⏳ <b>Please confirm: { $change ->
        [restore-certificate] restore a certificate
       *[withdraw-certificate] withdraw a certificate
    }</b>

    Holder: { $holder }
    { $certificate }
    No. <code>{ $managementNumber }</code>

    Asked by { $by }, { $at }
    Reason: { $reason }

    { $change ->
        [restore-certificate] The certificate will be valid again; revoked endorsements stay revoked.
       *[withdraw-certificate] The certificate will be withdrawn at once, valid endorsements revoked with it, and the holder told.
    }
staff-find-news-decided =
    { $decision ->
        [confirmed] ✅ <b>{ $change ->
            [restore-certificate] Restoring: confirmed
           *[withdraw-certificate] Withdrawal: confirmed
        }</b>
       *[declined] ❌ <b>{ $change ->
            [restore-certificate] Restoring: declined
           *[withdraw-certificate] Withdrawal: declined
        }</b>
    }

    Holder: { $holder }
    { $certificate }
    No. <code>{ $managementNumber }</code>

    Decided by { $by }, { $at }
