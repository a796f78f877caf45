### Everything the staff bot says. To colleagues: short and exact, with what came of it and what comes next.
### Markup is Telegram's <b>, <i>, <code>, <a> only. The texts of a duty stay together; their ids begin with staff-duty.

## Common

staff-button-cancel = Cancel
staff-role = { $role ->
    [agent] agent
    [supervisor] supervisor
   *[admin] admin
  }
staff-welcome = 👋 Welcome to the staff. Your role: { $role }. Everything you do or look at here is written to the audit.
staff-member-already = You are a member already; the invitation was not used.
staff-problem = Sorry, something went wrong, and your last step may not have been completed. Try again in a moment; if it happens again, give this reference to your technical staff: <code>{ $reference }</code>.
staff-not-allowed = Your role doesn’t allow this. The attempt is in the audit.
staff-suspended = Your access is suspended. Please ask an admin.
staff-stale-button = This button is out of date. Please open it again.
staff-unknown-command = There is no such command. Send /help for what you can use.
staff-dialog-expired = You had been away too long, so the last step was dropped. Please start again.
staff-out-of-place = I don’t know what that message is for, and it went to nobody. To answer a holder, reply to a message of their ticket. /help lists what else you can do.
staff-private-only = That is for a private chat with me only.

## Help, language, cancel

staff-help = <b>Your role: { $role }</b>
    You can use:
staff-help-line = /{ $command } { $description }
staff-language = Please choose a language.
staff-language-set = Language changed
staff-nothing-to-cancel = There is nothing to cancel.
staff-cancelled = Cancelled.

## State of the service

staff-button-refresh = ↻ Refresh
staff-status-head = <b>State of the service</b>
    { $at }
staff-status-versions = <b>Versions</b>
    Jiazhu { $jiazhu } · Node { $node } · database schema { $schema }
    Up for { $up }
    Database { $database }{ $size ->
        [none] {""}
       *[other] , { $size }
    }. Nothing is backed up by itself: operators do it as the guide says, and it can’t be seen from here.
staff-status-jobs = <b>Copies to be made</b>
    Waiting: { NUMBER($count) }{ $age ->
        [none] {""}
       *[other] , the oldest for { $age }
    }
staff-status-sender = <b>{ $bot ->
        [holder] Holder bot
       *[staff] Staff bot
    }</b>
    Calls in the last minute: { NUMBER($perMinute) }, waiting: { NUMBER($waiting) }
    To be sent: { NUMBER($queued) }{ $age ->
        [none] {""}
       *[other] {" "}(the oldest for { $age })
    }, delivery uncertain: { NUMBER($uncertain) }, dropped: { NUMBER($dead) }
staff-status-paused = ⏸ Telegram asked for a pause, { NUMBER($seconds) } s left
staff-status-audit = <b>Audit</b>
    { NUMBER($rows) } rows, last hash <code>{ $head }</code>
staff-status-audit-broken = ⚠️ <b>The end of the audit is not what was written there</b>
    { NUMBER($rows) } rows, last hash <code>{ $head }</code>. Run <code>npm run -s jiazhu -- audit verify</code> at the command line.
staff-status-no-errors = <b>Latest errors</b>
    None since the start.
staff-status-errors = <b>Latest errors</b>
staff-status-error = { $at } <code>{ $reference }</code> { $what } ({ $fault })

## Commands

staff-command-find = Find a holder
staff-command-queue = Copies being made, overdue or failed
staff-command-alerts = Alerts
staff-command-broadcast = Send one message to many holders
staff-command-status = State of the service
staff-command-help = What I can do
staff-command-language = 语言 Language
staff-command-cancel = Cancel what is under way
staff-command-group = Make this the staff group (in a group)

## The staff group

staff-group-how = Add this bot to the staff group as an administrator; then an admin of the staff sends /group there. In a group with topics, each ticket gets a topic of its own.
staff-group-set = ✅ This is the staff group now: news and tickets come here.
staff-group-set-topics = ✅ This is the staff group now: news comes here, and each ticket gets a topic of its own. Make sure that the bot may manage topics.

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
        [documents-unavailable] Copies can’t be made
        [signer-unavailable] Signing is not possible
        [timestamp-unavailable] Time-stamping service down
        [revocation-unavailable] Certificate status service down
        [certificate-revoked] Signing certificate revoked
        [copy-too-large] Some copies too large
        [issuer-expiring] Signing certificate expiring
        [overdue] Copies overdue
        [generation-failed] Copies failed
        [missing-glyph] Rare characters that can’t be printed
        [outbox-dead] Messages not delivered
       *[lockout] Many lockouts
    }
staff-alert-advice =
    { $kind ->
        [sender-stuck] See /status. Nothing is lost: it goes on once the network or the token is back.
        [documents-unavailable] Please have an operator read the log, and restart the service. Waiting copies are made by themselves once it works; /queue has them tried at once.
        [signer-unavailable] Check the key or the signing service. Waiting copies are made once it is back.
        [timestamp-unavailable] { $onUnavailable ->
            [wait] By the policy in force, copies wait; they are made by themselves once the service is back.
           *[issue-lower] By the policy in force, copies are issued at a lower level until the service is back.
        }
        [revocation-unavailable] { $onUnavailable ->
            [wait] By the policy in force, copies wait; they are made by themselves once the service is back.
           *[issue-lower] By the policy in force, copies are issued at a lower level until the service is back.
        }
        [copy-too-large] { $onUnavailable ->
            [wait] By the policy in force, these copies wait, and are given up in the end. Please have an operator lower the signature level, use a smaller seal, or a signing certificate whose authority runs an OCSP responder.
           *[issue-lower] By the policy in force, these copies are issued at a lower level. To get the full level back, please have an operator use a smaller seal, or a signing certificate whose authority runs an OCSP responder.
        }
        [certificate-revoked] Put a new signing key in place and restart the service now, and tell the issuing body. Waiting copies are made then.
        [issuer-expiring] Please have an operator add a newer key soon and restart the service: without one, nothing can be signed after the end. With a time-stamping authority, copies stay confirmed after it.
        [overdue] The holders know, and attempts go on. Retry or give up in /queue.
        [generation-failed] The holders know, and it doesn’t count. Retry or give up in /queue.
        [missing-glyph] An operator must add a font and restart the service. Then retry endorsed copies in /queue; others are sent by themselves.
        [outbox-dead] Endorsed copies can be sent again in /queue. A certificate file, its holder asks for anew.
       *[lockout] Somebody may be trying out other people’s details. When a holder calls, unlock in /find.
    }
staff-alert-line =
    { $kind ->
        [sender-stuck] { $bot ->
            [staff] Staff bot
           *[holder] Holder bot
        }: the oldest has waited { $age }
        [documents-unavailable] <code>{ $code }</code>: { $detail }
        [signer-unavailable] Issuer <code>{ $issuer }</code>: { $detail }
        [timestamp-unavailable] { $detail }
        [revocation-unavailable] Issuer <code>{ $issuer }</code>: { $detail }
        [certificate-revoked] Issuer <code>{ $issuer }</code>: { $detail }
        [copy-too-large] Issuer <code>{ $issuer }</code>: { $detail }
        [issuer-expiring] Issuer <code>{ $issuer }</code>: { $days ->
            [ended] over, nothing can be signed
           *[other] days left: { $days }
        }{ $outlived ->
            [yes] . Copies made now can be valid for longer; once it is over, their signature is no longer confirmed
           *[no] {""}
        }
        [overdue] <code>{ $number }</code> · for { $age }
        [generation-failed] <code>{ $number }</code> · { $reason } · { $age } ago
        [missing-glyph] { $number ->
            [none] A certificate file
           *[other] <code>{ $number }</code>
        } · lacks { $characters } · { $age } ago
        [outbox-dead] { $number ->
            [none] { $message ->
                [plain-copy] A certificate file without endorsement
               *[other] A message
            }
           *[other] <code>{ $number }</code>
        } · attempts: { $attempts } · { $age } ago
       *[lockout] { $of ->
            [account] A chat account
           *[holder] A holder
        } · failures: { $attempts } · { $age } ago
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
        [copy-too-large] copy too large
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
       *[other] Attempts so far: { $attempts }{ $next ->
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
staff-queue-ask-give-up =
    <b>Give { $number } up?</b>

    { $list ->
        [failed] It leaves the queue, and no further attempts are made. The holder knows already that it failed.
        [uncertain] It leaves the queue and is not sent again. The holder can fetch it under “My endorsements”.
       *[generating] No further attempts are made. The holder is told, and it doesn’t count.
    }
staff-queue-ask-all =
    { $deed ->
        [retry] All { $count } in “{ $name }” will be tried again.
       *[give-up] All { $count } in “{ $name }” will be given up. Holders of copies still being made are told, and it doesn’t count.
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
        [retry] ✅ Tried again: { $count }
       *[give-up] ✅ Given up: { $count }
    }{ $refused ->
        [none] .
       *[other] ; changed meanwhile and left alone: { $refused }.
    }
staff-queue-all-stopped = The rest was left alone: you may no longer do that.
staff-queue-refused =
    { $kind ->
        [quota-used-up] The holder has asked anew and the quota is used up, so this can’t be retried.
        [certificate-withdrawn] The certificate is withdrawn, so this can’t be retried.
        [too-late] The validity is over, so this can’t be retried.
        [nobody] The holder has no chat account linked, so there is nobody to send it to.
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
        [qualification] Holders of the qualification “{ $qualification }”
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
       *[other] ; { $failed } not reached (they have blocked the bot or are gone).
    }
staff-broadcast-refused =
    { $kind ->
        [empty-text] Please type a text.
        [long-text] The text is too long: { $most } characters at most.
        [not-a-day] That is no day that I understand. Please type one such as { $example }.
        [past-day] Please choose a day after today.
        [not-a-time] That is no time that I understand. Please type one such as { $example }.
        [past-time] That time has passed. Please type another.
        [far-time] At most { $most } days ahead. Please type another.
        [unknown-qualification] The catalogue has no such qualification any more.
       *[nobody] At present there is nobody to send it to. Choose another audience, or cancel.
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
staff-button-broadcast-cancel-yes = Yes, cancel it
staff-broadcast-ask-cancel =
    <b>Cancel this broadcast?</b>

    { $audience }
    Sent to { $sent } of { $expected }. It can’t be resumed, and whoever has not had it yet never will. To stop for a while, pause it instead.
staff-button-broadcast-list = All broadcasts

## Finding holders

staff-find-how =
    <b>Find a holder</b>

    Send any one of these:

    • management number
    • endorsement number or verification code
    • name and the last four of the document number, such as <code>Lin Xiaoyu 0025</code>

    🔒 A message with a name in it is deleted once it has been read.
staff-find-nothing = Nothing found. { $lacking ->
        [number] A name alone is not enough. Add the last four of the document number, such as <code>Lin Xiaoyu 0025</code>.
        [name] A document or phone number alone finds nobody. Send the name and the last four of the document number, such as <code>Lin Xiaoyu 0025</code>.
       *[nothing] Please check and send again: the name as the registry has it, and only the last four of the document number.
    }
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
staff-find-blocked = ⚠️ The person has blocked the bot (since { $since }); nothing reaches them
staff-find-idle = Not in the middle of anything
staff-find-position =
    At: { $position }{ $since ->
        [none] {""}
       *[other] {" "}(since { $since })
    }
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
        [support-write] writing to staff
        [support-more] writing more to staff
        [support-offer] about to send to staff
       *[other] something else
    }
staff-find-locks = 🔒 <b>Locks</b>
staff-find-lock-holder = • Holder: no linking until { $until }
staff-find-lock-account = • Account: no linking until { $until }
staff-find-journal = 🕘 <b>What happened lately</b>
staff-find-entry =
    • { $at } { $event }{ $ending ->
        [none] {""}
       *[other] {" "}({ $ending })
    }
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
        [ticket-opened] wrote to staff
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
staff-find-button-withdraw-certificate = Ask to withdraw it
staff-find-button-restore-certificate = Ask to restore it
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
        [withdraw-certificate] Ask for it to be withdrawn?
       *[restore-certificate] Ask for it to be restored?
    }</b>

    { $about }
    Reason: { $reason }

    { $deed ->
        [unlink] The account can’t see certificates or endorsements any more, and is told.
        [revoke] It takes effect at once and can’t be undone; the holder is told.
        [withdraw-certificate] It takes effect when a colleague confirms. Valid endorsements are revoked with it, of which the holder is told.
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

    Works once, until { $expiresAt }. Read it out, or pass this link on:
    { $link }

    Make sure who you are talking to first. They still have to give their document number and name.{ $replaced ->
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
        [not-linked] The holder has no chat account linked, so there is nobody to send it to.
        [blocked] The person has blocked the bot; nothing reaches them.
        [still-generating] The copy is still being made and will be sent then.
        [expired] The copy has expired.
        [revoked] The endorsement was revoked.
        [failed] The copy could not be made. It can be tried again.
        [copy-erased] The copy was erased at the holder’s wish.
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
       *[withdraw-certificate] ✅ The certificate is withdrawn{ $revoked ->
            [none] {""}
           *[other] ; endorsements revoked with it: { $revoked }
        }.
    }
staff-find-declined = Noted: declined.
staff-find-taken-back = Taken back.
staff-find-decide-refused =
    { $reason ->
        [same-person] You can’t confirm what you asked for. Another member has to.
        [not-yours] Only who asked can take it back.
        [not-allowed] Your role can’t confirm this.
        [expired] It lapsed on { $at }. Please ask anew.
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
       *[withdraw-certificate] The certificate will be withdrawn at once. Valid endorsements are revoked with it, of which the holder is told.
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

## Members

staff-command-members = Members and what they may do
staff-command-invite = Invite somebody
staff-members =
    <b>The staff</b> ({ $total })

    Tap a member to see more, or invite somebody.
staff-member-line = { $name } · { $role }{ $status ->
        [suspended] {" "}(suspended)
        [removed] {" "}(removed)
       *[active] {""}
    }
staff-member-card =
    <b>{ $name }</b>{ $self ->
        [yes] {" "}(you)
       *[no] {""}
    }

    Role: { $role }
    Status: { $status ->
        [suspended] suspended
        [removed] removed
       *[active] active
    }
    Joined: { $joined }
    Last seen at work: { $last ->
        [never] never
       *[other] { $last }
    }
staff-members-confirm =
    { $change ->
        [change-role] Change <b>{ $name }</b> from { $from } to <b>{ $to }</b>?
        [suspend] Suspend <b>{ $name }</b>? Until resumed they can’t use this bot and get no news.
        [resume] Let <b>{ $name }</b> work again ({ $to })?
       *[remove] Remove <b>{ $name }</b> from the staff? They need a new invitation to come back; the record of what they did stays.
    }
staff-members-done =
    { $change ->
        [change-role] ✅ { $name }’s role is now { $to }, and they are being told.
        [suspend] ✅ { $name } is suspended from this moment on.
        [resume] ✅ { $name } can work again, and is being told.
       *[remove] ✅ { $name } is off the staff from this moment on.
    }
staff-members-refused =
    { $kind ->
        [yourself] ⚠️ You can’t change your own rights. Ask another admin.
        [last-admin] ⚠️ Nothing was changed: { $name } is the only active admin. Make somebody else an admin first.
        [no-such-member] ⚠️ There is no such member.
       *[changed-meanwhile] ⚠️ Nothing was changed: { $by ->
            [none] things are different by now
           *[other] { $by } was faster ({ $at })
        }. { $name }’s role is { $role }{ $status ->
            [suspended] {""}, suspended
            [removed] {""}, and they are off the staff
           *[active] {""}
        }.
    }
staff-member-news = Your rights have changed: your role is now <b>{ $role }</b>. Send /help to see what you can do.
staff-button-members-invite = Invite somebody
staff-button-members-back = ‹ All members
staff-button-members-log = What they did
staff-button-members-role = Make { $role }
staff-button-members-suspend = Suspend
staff-button-members-resume = Resume
staff-button-members-remove = Remove
staff-button-members-confirm =
    { $change ->
        [change-role] Yes, change
        [suspend] Yes, suspend
        [resume] Yes, resume
       *[remove] Yes, remove
    }
staff-invite-ask =
    <b>Invite somebody</b>

    Choose a role. The link works once, for { $hours } hours.
staff-invite-made =
    ✅ <b>The invitation is ready</b> ({ $role })

    Forward the next message to the person. Whoever opens it first joins the staff, so don’t post it in a group. It works until { $until }.
staff-invite-forward =
    You are invited to the staff of the { $authority } as { $role }. Open the link and press Start:

    { $link }

    It works once, until { $until }. Please don’t pass it on.

## The audit

staff-command-audit = What staff did
staff-audit =
    <b>The audit</b> ({ $total }){ $filter ->
        [none] {""}
       *[other] {""}
        Only: { $filter }
    }
staff-audit-none = No rows match.
staff-audit-row = { $time } <b>{ $by }</b>: { $deed }{ $holder ->
        [none] {""}
       *[other] {" · "}{ $holder }
    }{ $about ->
        [none] {""}
       *[other] {" · "}<code>{ $about }</code>
    }
staff-audit-reason = <i>Reason: { $reason }</i>
staff-audit-refusal =
    ⛔ { $refusal ->
        [not-allowed] not allowed for this role
        [suspended] suspended
        [stale] the button was too old
        [not-private] only in a private chat
        [yourself] nobody changes their own rights
        [last-admin] one admin has to stay
        [changed-meanwhile] somebody else was faster
        [registry-changed] the registry had changed since
        [bad] the file could not be imported
        [same-person] another person has to confirm
        [not-yours] somebody else’s proposal
        [already-decided] decided by somebody else
        [expired] expired
        [no-such-proposal] there is no such proposal
        [gone] it was not there any more
        [outdated] there was a later dry run
        [second-person] a second member has to confirm
        [too-large] the file was too large
        [reason-length] the reason was too short or too long
        [reason-personal] there was a personal number in the reason
        [not-found] it was not found
        [nowhere-to-show] the message was too old, nothing was shown
        [link-gone] the link had changed
        [already-over] the endorsement was over already
        [no-such-holder] there is no such holder
        [no-such-endorsement] there is no such endorsement
        [no-such-certificate] there is no such certificate
        [not-locked] nothing was locked
        [not-linked] no chat account is linked
        [blocked] the holder has blocked the bot
        [still-generating] the copy was still being made
        [revoked] the endorsement was revoked
        [failed] the copy could not be made
        [copy-erased] the copy was erased
        [quota-used-up] the quota was used up
        [certificate-withdrawn] the certificate was withdrawn
        [too-late] the validity was over
        [nothing-to-retry] there was nothing to retry any more
        [nothing-to-give-up] there was nothing to give up any more
        [nothing-uncertain] its delivery was not uncertain any more
        [nobody] there was nobody to send it to
        [already-asked] it was asked for already
        [already-confirmed] it was confirmed already
        [nothing-to-change] there was nothing to change
        [closed] the ticket was closed
        [open-already] the ticket was open already
        [erased] the holder had everything erased
        [moved] the account was linked differently
        [nothing-said] there was nothing in it
        [no-such-member] there is no such member
        [claimed-by-other] somebody else had the ticket
        [claimed] somebody else had the ticket
        [changed] it had just changed
        [too-long] it was too long
        [no-such-ticket] there is no such ticket
        [no-such-answer] there is no such canned answer
        [not-text] it was not text
        [contradicts] it contradicts the other rules
        [past] the day is over
        [no-change] the value was the same
        [fixed] it can’t be changed while the service runs
        [no-such-rule] there is no such rule
        [begun] the change was in effect already
        [no-such-change] there is no such change
        [empty] the file was empty
        [not-a-file] it was no file
        [not-a-version] it was no version
        [older-version] the version was not later than the current one
        [newer-version] there was a newer version
        [text-changed] the text had changed
        [taken] another notice was published meanwhile
        [empty-text] the text was empty
        [long-text] the text was too long
        [not-a-day] the day could not be read
        [past-day] the day is over
        [not-a-time] the time could not be read
        [past-time] the time has passed
        [far-time] the time was too far ahead
        [unknown-qualification] the catalogue has no such qualification
        [no-such-broadcast] there is no such broadcast
        [not-now] its status did not allow it
        [nothing-left] the alerts were over or acknowledged
       *[other] not done: { $code }
    }
staff-audit-only-refused = refused
staff-audit-command-line = command line
staff-audit-ask =
    Send one of these:

    • a day, such as <code>2026-11-20</code>
    • a management or endorsement number, for what was done about that holder
staff-audit-not-understood = Nothing found. Send a day (such as <code>2026-11-20</code>), a management number of the registry, or an endorsement number.
staff-audit-pick-member = Whose rows?
staff-audit-pick-deed = Which kind of deed?
staff-button-audit-member = By member
staff-button-audit-deed = By deed
staff-button-audit-type = By number or day
staff-button-audit-refused = { $refused ->
        [yes] ✓ Only refused
       *[no] Only refused
    }
staff-button-audit-all = Show everything
staff-button-audit-back = ‹ Back to the rows
staff-capability =
    { $capability ->
        [help] Use the bot
        [status] Look at the status
        [find] Find holders
        [reveal] Reveal what is masked
        [make-link-code] Make a link code
        [unlock] Unlock
        [resend] Send a copy again
        [retry] Make a copy again
        [ask-withdrawal] Ask to withdraw or restore
        [queue] Look at the queue
        [alerts] Look at alerts
        [tickets] Work on tickets
        [look-at-policy] Look at the rules
        [stats] Look at the figures
        [unlink] Unlink
        [revoke] Revoke an endorsement
        [confirm-withdrawal] Decide on a withdrawal
        [give-up] Give a copy up
        [mute-alerts] Mute alerts
        [import] Import the registry
        [confirm-import] Decide on an import
        [broadcast] Broadcast
        [canned-answers] Keep canned answers
        [export] Export
        [audit] Search the audit
        [publish-notice] Publish the notice
        [change-policy] Change the rules
        [members] Manage members
       *[set-group] Set the staff group
    }
staff-audit-deed =
    { $action ->
        [join] Join the staff
        [staff-invite] Make an invitation
        [staff-list] Look at members
        [registry-import] Import the registry
        [link-code] Make a link code
        [start] Look at the help
        [help] Look at the help
        [language] Choose a language
        [basics-language] Choose a language
        [cancel] Stop what was begun
        [basics-cancel] Stop what was begun
        [group] Set the staff group
        [group-how] Look at how to set the staff group
        [status] Look at the status
        [status-show] Look at the status
        [members] Look at members
        [members-list] Look at members
        [members-card] Look at members
        [members-ask] Prepare to change a member
        [members-do] Change a member’s role
        [members-do-suspend] Suspend a member
        [members-do-resume] Resume a member
        [members-do-remove] Remove a member
        [members-invite] Prepare an invitation
        [invite] Prepare an invitation
        [members-role] Make an invitation
        [find] Find holders
        [find-search] Find holders
        [find-said] Find holders
        [find-card] Look at a holder
        [find-certificates] Look at certificates
        [find-certificate] Look at a certificate
        [find-endorsements] Look at endorsements
        [find-endorsement] Look at an endorsement
        [find-code] Make a link code
        [find-unlock] Unlock
        [find-resend] Send a copy again
        [find-retry] Make a copy again
        [find-reveal] Prepare to reveal
        [reveal-said] Reveal what is masked
        [find-unlink] Prepare to unlink
        [unlink-said] Prepare to unlink
        [find-unlink-yes] Unlink
        [find-revoke] Prepare to revoke
        [revoke-said] Prepare to revoke
        [find-revoke-yes] Revoke an endorsement
        [find-withdraw] Prepare to ask for a withdrawal
        [find-restore] Prepare to ask for a restoration
        [ask-withdrawal-said] Prepare to ask for a withdrawal
        [find-ask-yes] Ask to withdraw or restore
        [find-confirm] Confirm what was asked for
        [find-decline] Decline what was asked for
        [find-take-back] Take back what was asked for
        [queue] Look at the queue
        [queue-show] Look at the queue
        [queue-list] Look at the queue
        [queue-card] Look at the queue
        [queue-retry] Make a copy again
        [queue-retry-uncertain] Send again
        [queue-ask] Prepare to give up
        [queue-ask-uncertain] Prepare to give up sending
        [queue-give-up] Give a copy up
        [queue-give-up-uncertain] Give up sending
        [queue-ask-all] Prepare to retry all
        [queue-ask-all-uncertain] Prepare to send all again
        [queue-retry-all] Retry all
        [queue-retry-all-uncertain] Send all again
        [queue-ask-all-up] Prepare to give all up
        [queue-ask-all-up-uncertain] Prepare to give up sending all
        [queue-give-up-all] Give all up
        [queue-give-up-all-uncertain] Give up sending all
        [alerts] Look at alerts
        [alerts-all] Look at alerts
        [alerts-kind] Look at alerts
        [alerts-seen] Acknowledge alerts
        [alerts-mute] Mute alerts
        [alerts-unmute] Unmute alerts
        [broadcast] Look at broadcasts
        [broadcast-list] Look at broadcasts
        [broadcast-card] Look at broadcasts
        [broadcast-new] Prepare a broadcast
        [broadcast-linked] Prepare a broadcast
        [broadcast-expiring] Prepare a broadcast
        [broadcast-within] Prepare a broadcast
        [broadcast-qualification] Prepare a broadcast
        [broadcast-page] Prepare a broadcast
        [broadcast-choose] Prepare a broadcast
        [broadcast-chinese-only] Prepare a broadcast
        [broadcast-now] Prepare a broadcast
        [broadcast-later] Prepare a broadcast
        [broadcast-said] Prepare a broadcast
        [broadcast-confirm] Confirm a broadcast
        [broadcast-pause] Pause a broadcast
        [broadcast-resume] Resume a broadcast
        [broadcast-ask-cancel] Prepare to cancel a broadcast
        [broadcast-cancel] Cancel a broadcast
        [audit] Search the audit
        [audit-list] Search the audit
        [audit-by-member] Search the audit
        [audit-by-deed] Search the audit
        [audit-type] Search the audit
        [audit-said] Search the audit
        [import] Look at how to import
        [document-said] Send a file
        [import-open] Look at an import
        [import-write] Confirm an import
        [import-drop] Drop an import
        [import-second] Prepare to ask for a second member
        [import-said] Ask for a second member
        [import-confirm] Confirm an import
        [import-decline] Decline an import
        [import-take-back] Take an import back
        [import-written] Registry written
        [notice] Prepare a notice
        [notice-said] Prepare a notice
        [notice-back] Prepare a notice
        [notice-language] Prepare a notice
        [notice-preview] Preview a notice
        [notice-sample] Preview a notice
        [notice-publish] Publish the notice
        [policy] Look at the rules
        [policy-all] Look at the rules
        [policy-group] Look at the rules
        [policy-rule] Look at the rules
        [policy-change] Prepare to change a rule
        [policy-choose] Prepare to change a rule
        [policy-day] Prepare to change a rule
        [policy-said] Prepare to change a rule
        [policy-record] Change the rules
        [policy-take-back] Take back a change of a rule
        [stats] Look at the figures
        [stats-show] Look at the figures
        [export] Export
        [stats-export] Export
        [tickets] Look at tickets
        [ticket-list] Look at tickets
        [ticket-show] Look at a ticket
        [ticket-back] Look at a ticket
        [ticket-holder] Look at a holder
        [ticket-claim] Claim a ticket
        [ticket-take] Take a ticket over
        [ticket-hand] Prepare to hand a ticket over
        [ticket-to] Hand a ticket over
        [ticket-close] Close a ticket
        [ticket-reopen] Reopen a ticket
        [ticket-canned] Choose a canned answer
        [ticket-use] Preview a canned answer
        [ticket-send] Answer a ticket
        [reply-said] Answer a ticket
        [reply-said-internal] Note something on a ticket
        [text-said] Answer a ticket
        [text-said-internal] Note something on a ticket
        [other-said] Answer a ticket
        [canned] Look at canned answers
        [canned-list] Look at canned answers
        [canned-view] Look at a canned answer
        [canned-new] Prepare to add a canned answer
        [canned-change] Prepare to change a canned answer
        [canned-said] Write a canned answer
        [canned-said-save] Save a canned answer
        [canned-stop] Stop writing a canned answer
        [canned-ask-delete] Prepare to delete a canned answer
        [canned-delete] Delete a canned answer
       *[other] { $what }
    }

## Importing the registry

staff-command-import = Import a registry file
staff-import-how =
    <b>Importing the registry</b>

    Send a registry file here: CSV (UTF-8 or GB18030) or an Excel workbook (.xlsx), up to 20 MB. I first look at what it would change and show you; nothing is written before it is confirmed.

    Up to { $most } changed rows you confirm yourself; above that a second member must. A file is kept for { $hours } hours and removed once it is decided.
staff-import-template = The columns, to be filled in. Format document and management numbers as text before you type them.
staff-import-received = 📥 “{ $name }” is here. I am looking at what it would change; with many rows that takes a minute.
staff-import-too-large = The file is larger than 20 MB, more than a bot can fetch. Split it, or use the command line: <code>npm run -s jiazhu -- registry import</code>.
staff-import-progress =
    { $stage ->
        [writing] ✍️ Writing: row { $rows } of { $total }. Other answers wait for these few seconds.
       *[checking] 🔎 Comparing with the registry: row { $rows } of { $total }
    }
staff-import-found = <b>Dry run of “{ $name }”</b>
staff-import-ask-confirm = { $changes ->
        [one] 1 row would change the registry. Import it?
       *[other] { NUMBER($changes) } rows would change the registry. Import them?
    }
staff-import-ask-second = { NUMBER($changes) } rows would change the registry. That is more than the { $most } that one member may confirm, so a second member has to.
staff-import-button-confirm = Import { $changes ->
        [one] 1 change
       *[other] { NUMBER($changes) } changes
    }
staff-import-button-second = Ask a second member
staff-import-button-decline = Decline
staff-import-button-take-back = Take it back
staff-import-button-waiting = To be confirmed, { $at }
staff-import-confirmed = “{ $name }” is confirmed and will be written now. You get a report.
staff-import-dropped = Dropped; the file is deleted and nothing was written.
staff-import-nothing = “{ $name }” changes nothing: the registry is already as it says. The file is deleted.
staff-import-unusable = ⚠️ “{ $name }” can’t be imported. { $reason }
staff-import-bad-rows = ⚠️ <b>“{ $name }” has rows that can’t be imported</b>
staff-import-bad-rows-file = The bad rows with what is wrong. Correct them in your own file and send all of it again: a file is imported whole or not at all.
staff-import-column-line = Line
staff-import-column-wrong = What is wrong
staff-import-registry-changed = ⚠️ The registry has changed since the dry run, so nothing was written. This is what the file would do now:
staff-import-ask-reason = Why is “{ $name }” to be imported ({ $changes ->
        [one] 1 change
       *[other] { NUMBER($changes) } changes
    })? Whoever confirms it reads your reason. Please type it.
staff-import-asked-second = Those who may confirm have been asked.
staff-import-asked =
    <b>An import waits for a second member</b>
    File: { $name }
    Asked by { $by }, { $at }
    Reason: { $reason }
    Can be decided until { $until }
staff-import-decided =
    { $decision ->
        [confirmed] Confirmed; the import is being written. You get a report, too.
        [declined] Declined; the file is deleted and nothing is written.
       *[taken-back] Taken back; the file is deleted and nothing is written.
    }
staff-import-news-decided =
    { $decision ->
        [confirmed] ✅ { $by } has confirmed your import ({ $at }). It is being written; you get a report.
       *[declined] ❌ { $by } has declined your import ({ $at }). The file is deleted and nothing was written.
    }
staff-import-refused =
    { $reason ->
        [not-yours] Only who sent the file can do that.
        [outdated] There is a later dry run of this file; please answer that one.
        [second-person] A second member has to confirm this import.
        [already-asked] A second member has been asked already.
        [already-confirmed] { $by ->
            [none] It is confirmed already and being written.
           *[other] { $by } has confirmed it already ({ $at }).
        }
        [same-person] You asked for it yourself; somebody else has to decide.
        [expired] It could be decided until { $at }. Please send the file again.
        [already-declined] { $by } has declined it already ({ $at }).
        [already-taken-back] { $by } took it back ({ $at }).
       *[other] This import is not there any more: it was decided, taken back, or has expired. Nothing happened now.
    }
staff-import-done =
    ✅ <b>The import is written</b>
    Rows: { $added } added, { $changed } changed, { $moved } moved, { $withdrawn } withdrawn.{ $by ->
        [none] {""}
       *[other] {" "}Confirmed by { $by }.
    }
    The file is deleted.
staff-import-not-written =
    ⚠️ The import that you confirmed was not written. { $because ->
        [registry-changed] The registry has changed since its dry run. Who sent it has the new one; if it needs a second member, you will be asked again.
        [nothing-to-change] The registry says by now what the file says. The file is deleted.
        [suspended] Who sent it may not import any more. The file is deleted.
       *[bad] The file can’t be imported as the registry is now. Who sent it has been told why; the file is deleted.
    }

## Publishing the service notice

staff-command-notice = Publish a new service notice
staff-notice-ask-files =
    <b>A new service notice</b>{ $current ->
        [none] {""}
       *[other] {" "}(current: { $current })
    }
    { $wanted ->
        [both] Send a text file (.txt or .md) for each language, Chinese and English, one after the other or together.
        [en] The Chinese text is here. Now send the English one.
       *[zh-CN] The English text is here. Now send the Chinese one.
    }
staff-notice-ask-language =
    In which language is this?

    <i>{ $begins }</i>
staff-notice-ready =
    <b>Service notice { $version }</b>{ $current ->
        [none] {""}
       *[other] {" "}(current: { $current })
    }
    Chinese: { $chinese } characters, English: { $english }.

    Look at it as holders will see it, then publish. From then on every holder has to agree to it at their next step, and a published text can’t be changed. To publish it under another version, type that, such as 2026-12-01.
staff-notice-button-publish = Publish { $version }
staff-notice-button-back = ‹ Back
staff-notice-sample = A preview: nothing happens here.
staff-notice-published = ✅ The service notice { $version } is published. Everybody who is linked sees it at their next step (chat accounts at present: { $accounts }).
staff-notice-refused =
    { $kind ->
        [not-text] ⚠️ That is not a text file. Save it as plain text (.txt, UTF-8) and send it again.
        [empty] ⚠️ The file is empty.
        [too-long] ⚠️ The text is too long for a chat; at most 20,000 characters.
        [not-a-version] ⚠️ A version is a day such as 2026-12-01, for a second one on that day 2026-12-01.1.
        [older-version] ⚠️ The version must be later than the current one.
        [taken] ⚠️ Another notice was published meanwhile, so this one was not. It has a new version now.
       *[not-a-file] ⚠️ Please send a text file, or /cancel.
    }

## The rules

staff-command-stats = Statistics as a picture
staff-command-export = Statistics as a table
staff-command-policy = The rules and their numbers
staff-policy = <b>The rules</b> (as they are today)
staff-policy-group = <b>{ $name }</b>{ $fixed ->
        [yes] {" "}🔒
       *[no] {""}
    }
staff-policy-line = • { $name }: { $value }
staff-policy-one = <b>{ $name }</b>

    Now: { $value }
staff-policy-fixed-rule = <b>{ $name }</b> 🔒

    Now: { $value }

    This can’t be changed while the service runs: change the settings and start it again.
staff-policy-coming = <b>To come</b>
staff-policy-coming-line = • From { $day }, { $rule }: { $value } ({ $by }, { $reason })
staff-policy-ask-value = <b>{ $name }</b>, now { $value }

    { $kind ->
        [number] Type the new number.
        [numbers] Type the new numbers with commas between them, such as <code>30, 60, 90</code>.
       *[choice] Choose one.
    }
staff-policy-no-value = ⚠️ { $kind ->
        [number] Type a whole number, please.
        [numbers] Type whole numbers with commas between them, please.
       *[choice] Please tap one of the buttons.
    }
staff-policy-ask-day = <b>{ $name }</b>: { $before } → <b>{ $value }</b>

    From which day on? Tap one, or type it, such as <code>{ $example }</code>. { $earlier }
staff-policy-earlier = { $rule ->
        [validity-maxDays] Requests made before keep their days.
        [validity-choices] Requests made before keep their days.
        [validity-recommendedDays] Requests made before keep their days.
        [quota-counts] Endorsements of before stay; requests from then on are counted by the new rule.
        [quota-limit] Endorsements of before stay; requests from then on are counted by the new number.
        [quota-windowDays] Endorsements of before stay; requests from then on are counted by the new number.
        [generation-promiseHours] Requests made before keep what they were promised.
        [generation-attempts] It counts for copies that are being made, too.
        [reminder-daysBefore] It counts for endorsements of before, too.
        [reminder-fromHour] It counts for endorsements of before, too.
        [reminder-untilHour] It counts for endorsements of before, too.
        [linking-accountFailures] Failures of before count, and locks stay as they are.
        [linking-accountLockHours] Locks of before stay as they are.
        [linking-holderFailures] Failures of before count, and locks stay as they are.
        [linking-holderLockHours] Locks of before stay as they are.
        [linking-codeHours] Link codes made before stay as they are.
        [verification-unknownPerHour] What was asked in the hour before counts.
        [verification-noticesPerDay] Notices of that day count.
        [alerts-groupMinutes] It counts for alerts that are open, too.
        [alerts-lockoutsPerHour] It counts for alerts that are open, too.
        [alerts-senderStuckMinutes] It counts for messages that wait already, too.
        [support-openTickets] Tickets of before stay open, and count.
        [support-messagesPerHour] Messages of the hour before count.
        [support-characters] Messages received before stay as they are.
        [support-fileMegabytes] Files received before stay as they are.
        [support-reopenDays] It counts for tickets closed before, too.
        [import-confirmAbove] It counts for imports that wait, too, but for those another member was asked about.
        [import-keepHours] It holds for files received or confirmed from then on.
        [staff-invitationHours] Invitations made before stay as they are.
        [staff-proposalHours] Proposals made before stay as they are.
        [dialog-hours] In dialogs under way it holds from the next step on.
       *[other] { $rule }
    }
staff-policy-no-day = ⚠️ I can’t read that as a day.
staff-policy-ask-reason = <b>{ $name }</b>: { $before } → <b>{ $value }</b>, from { $day }

    Type the reason, please.
staff-policy-confirm = <b>Change this rule?</b>

    { $name }: { $before } → <b>{ $value }</b>
    From: { $day }
    Reason: { $reason }
staff-policy-recorded = ✅ Changed. { $name }: <b>{ $value }</b>, { $when ->
        [today] in effect within a minute
       *[later] in effect from { $day } on
    }. { $earlier }
staff-policy-refused =
    ⚠️ { $kind ->
        [contradicts] That can’t be: { $problems } ({ $day })
        [past] A change can’t begin before today.
        [no-change] That is what holds then anyway.
        [fixed] This rule can’t be changed while the service runs.
       *[no-such-rule] There is no such rule.
    }
staff-policy-problem = { $kind ->
        [too-small] { $rule } must be at least { $bound }.
        [too-large] { $rule } must be at most { $bound }.
        [choice-above-most] A choice of days is above the longest validity ({ $bound } days).
        [recommended-is-no-choice] The recommended days must be one of the choices.
        [hours-reversed] Reminders must begin before the hour at which they end.
        [scenario-twice] A scenario’s code is there twice.
       *[wrong] { $rule } can’t have that value.
    }
staff-policy-taken-back = ✅ Taken back: { $name } will not change on { $day }.
staff-policy-not-taken-back =
    ⚠️ { $kind ->
        [begun] Not taken back: the change is in effect already. Change the rule again to undo it.
        [contradicts] Not taken back, for the rules would contradict each other: { $problems } ({ $day })
       *[no-such-change] There is no such change; it may have been taken back.
    }
staff-policy-value = { $value }{ $unit ->
        [days] {" "}days
        [hours] {" "}hours
        [minutes] {" "}minutes
        [characters] {" "}characters
        [megabytes] {" "}MB
        [rows] {" "}rows
        [clock] :00
       *[none] {""}
    }
staff-policy-choice = { $choice ->
        [active] only those valid or being made
        [granted] all, expired ones too
        [auto] the highest that can be had
        [wait] wait
        [issue-lower] issue at a lower level
       *[other] { $name }
    }
staff-policy-group-name = { $group ->
        [zone] Time zone
        [authority] Authority
        [scenarios] Scenarios
        [validity] Validity
        [quota] Quota
        [generation] Making copies
        [reminder] Reminders
        [linking] Linking
        [signature] Signature
        [verification] Verification
        [alerts] Alerts
        [support] Support
        [import] Import
        [staff] Staff
        [dialog] Dialogs
       *[other] { $group }
    }
staff-policy-rule = { $rule ->
        [zone] Time zone
        [authority-name] Name
        [authority-hotline] Hotline
        [authority-hours] Hours
        [scenarios] Scenarios
        [validity-maxDays] Longest
        [validity-choices] Choices
        [validity-recommendedDays] Recommended
        [quota-counts] What counts
        [quota-limit] Most per certificate
        [quota-windowDays] Counted over
        [generation-promiseHours] Promised within
        [generation-attempts] Most attempts
        [reminder-daysBefore] Sent before the end
        [reminder-fromHour] Not before
        [reminder-untilHour] Not after
        [linking-accountFailures] Failures of an account
        [linking-accountLockHours] Account locked for
        [linking-holderFailures] Failures about a holder
        [linking-holderLockHours] Holder locked for
        [linking-codeHours] Link codes work for
        [signature-level] Level
        [signature-onUnavailable] When out of reach
        [verification-unknownPerHour] Unknown codes an hour
        [verification-noticesPerDay] Verification notices a day, at most
        [alerts-groupMinutes] One kind at most every
        [alerts-lockoutsPerHour] Told from so many lockouts an hour
        [alerts-senderStuckMinutes] Told of a stuck sender after
        [support-openTickets] Tickets open at a time
        [support-messagesPerHour] Messages an hour
        [support-characters] Length of a message
        [support-fileMegabytes] Size of a file
        [support-reopenDays] Reopened within
        [import-confirmAbove] Two people above
        [import-keepHours] File kept for
        [staff-invitationHours] Invitations work for
        [staff-proposalHours] Proposals wait for
        [dialog-hours] Unfinished dialogs kept for
       *[other] { $rule }
    }
staff-button-policy-change = Change
staff-button-policy-take-back = Take back the change of { $day }
staff-button-policy-all = ‹ All rules
staff-button-policy-today = Today
staff-button-policy-tomorrow = Tomorrow
staff-button-policy-record = Yes, change it

## Statistics

staff-stats-title = Statistics
staff-stats-wait = Counting; one moment, please.
staff-stats-exported = Statistics, { $period }
staff-stats-panel =
    { $panel ->
        [requests] Requests
        [linked] Linked holders
        [delivery] Time to deliver (s)
       *[verified] Verifications and reminders
    }
staff-stats-series =
    { $series ->
        [day] Day
        [hour] Hour
        [requested] Requests
        [renewed] Renewed after a reminder
        [reminded] Reminders
        [linked] Linked
        [verified] Verifications
        [p50] half within
        [p95] 95% within
        [refusals] Refused because
        [verifications] Result of verification
       *[count] Count
    }
staff-stats-time =
    { $unit ->
        [seconds] { $count } s
        [minutes] { $count } min
       *[hours] { $count } h
    }
staff-stats-rest = other
staff-stats-reason =
    { $reason ->
        [quota-used-up] quota used up
        [certificate-withdrawn] certificate withdrawn
        [no-endorsement-needed] no endorsement needed
        [too-long] validity too long
        [too-short] validity too short
        [unknown-scenario] no such scenario
        [not-yours] not their certificate
        [no-match] details did not match
        [account-locked] account locked
        [already-linked] linked already
       *[other] { $reason }
    }
staff-stats-result =
    { $result ->
        [valid] valid
        [expired] expired
        [revoked-by-holder] revoked by the holder
        [revoked-by-staff] revoked by staff
        [certificate-withdrawn] certificate withdrawn
        [certificate-corrected] certificate corrected
        [unknown] unknown
        [not-issued] not issued here
        [altered] altered
       *[other] { $result }
    }
staff-stats =
    📊 <b>Statistics</b> · { $period }

    Linked holders: { $linked }
    Requests: { $requested }
    Time to deliver: { $p50 ->
        [none] nothing delivered
       *[other] half within { $p50 }, 95% within { $p95 }
    }
    Reminders: { $reminded }, renewals after them: { $renewed }
    Verifications: { $verified }{ $results ->
        [none] {""}
       *[other] {" "}({ $results })
    }
    Refusals: { $refused }{ $reasons ->
        [none] {""}
       *[other] {" "}({ $reasons })
    }
staff-button-stats-period =
    { $days ->
        [today] Today
       *[other] { $days } days
    }
staff-button-stats-export = Table of 90 days

## Tickets

staff-command-tickets = Open tickets
staff-command-canned = Canned answers
staff-ticket-unclaimed = ⏳ unclaimed
staff-ticket-claimed = 👤 { $name }
staff-ticket-closed = ☑️ closed
staff-ticket-head =
    🎫 <b>{ $ticket }</b> · { $standing }
    { $asker }
staff-ticket-asker = Holder: { $name }, { $reads }
staff-ticket-asker-was = Holder: { $name } (unlinked since), { $reads }
staff-ticket-asker-unlinked = An account that is not linked, { $reads }
staff-ticket-asker-moved = ⚠️ The account that asked is linked differently now and cannot be answered
staff-ticket-asker-gone = ⚠️ The account that asked was erased and cannot be answered
staff-ticket-reads = { $language ->
    [en] reads English
   *[zh-CN] reads Chinese
  }
staff-ticket-waiting = Waiting for { $age }
staff-ticket-said =
    <b>{ $who }</b>
    { $said }
staff-ticket-from-holder = Holder
staff-ticket-note = 📝 Internal note: { $text }
staff-ticket-file = 📎 A picture or file
staff-ticket-file-gone = 📎 A picture or file (no longer kept)
staff-ticket-file-lost = ⚠️ The attachment could not be fetched. Please ask for it again.
staff-ticket-event = { $event ->
    [handed-over] 🔁 handed over to { $to }
    [taken-over] 🔁 took the ticket over
    [reopened] 🔓 opened the ticket again
   *[closed] ☑️ closed the ticket
  }
staff-ticket-how = Reply to this message to answer the holder. What begins with // stays an internal note.
staff-ticket-button-claim = Claim
staff-ticket-button-take = Take over
staff-ticket-button-hand = Hand over…
staff-ticket-button-canned = Canned answer
staff-ticket-button-close = Close
staff-ticket-button-reopen = Open again
staff-ticket-button-holder = Holder’s card
staff-ticket-button-send = Send
staff-ticket-now-yours = It is yours now
staff-ticket-now-closed = Closed. The holder will be told
staff-ticket-now-open = Open again, and yours
staff-ticket-handed = Handed over to { $name }
staff-ticket-to-whom = Hand over to whom?
staff-ticket-nobody = There is nobody else who could take it.
staff-ticket-which-canned = Choose a canned answer:
staff-ticket-no-canned = There are no canned answers yet. A supervisor can add them with /canned.
staff-ticket-canned-preview =
    <b>The holder will read:</b>

    { $answer }
staff-ticket-sending = On its way
staff-ticket-in-private = Sent to our private chat
staff-ticket-below = Shown below. Reply to it to answer
staff-ticket-none = There is no such ticket
staff-ticket-refused-closed = { $ticket } is closed. To answer, open it again first
staff-ticket-refused-open-already = { $ticket } is open already
staff-ticket-refused-erased = The holder of { $ticket } had everything erased, so it cannot be opened again
staff-ticket-refused-moved = The account that asked { $ticket } is linked differently now, or gone. So that nobody else reads it, it cannot be answered
staff-ticket-refused-nothing-said = There was nothing in it
staff-ticket-refused-no-such-member = This member cannot take it now. Please choose another
staff-ticket-refused-claimed = { $by } has { $ticket }
staff-ticket-refused-changed = { $ticket } has just changed. Please look at it again
staff-ticket-refused-too-long = It has { $characters } characters, and { $limit } is the most at a time. Please send it in parts
staff-ticket-not-sent =
    ❌ <b>Not sent to the holder</b>

    { $because }.
staff-ticket-text-only = ❌ <b>Not sent to the holder</b>

    Only text can be passed on, not pictures or files. Please put it into words and reply again.
staff-ticket-noted = 📝 Kept as an internal note on { $ticket }. The holder cannot see it.
staff-ticket-orphan = ⚠️ This topic belongs to no ticket. What is written here reaches no holder. /tickets lists the tickets.
staff-ticket-receipt = { $delivery ->
    [delivered] ✓ { $ticket }: delivered
    [blocked] ❌ { $ticket }: not delivered, the holder has blocked the bot
    [gone] ❌ { $ticket }: not delivered, the account no longer exists
    [moved] ❌ { $ticket }: not sent, the account that asked is linked differently now
    [uncertain] ⚠️ { $ticket }: nobody can say whether it arrived
   *[failed] ❌ { $ticket }: not delivered, please send it again later
  }
staff-ticket-erased = 🗑 <b>{ $ticket }</b>: the holder had their data erased, and the ticket is closed. Please keep and use none of it, and delete the messages that you still see.
staff-ticket-open = <b>Open tickets</b> ({ $total }), the longest wait first:
staff-ticket-no-open = ✅ There are no open tickets.
staff-ticket-line = { $ticket } · { $standing ->
    [waiting] waits { $age }
   *[answered] answered
  } · { $owner }
staff-canned-list = { $count ->
    [0] <b>Canned answers</b>
     There are none yet.
   *[other] <b>Canned answers</b> ({ $count })
  }
staff-canned =
    <b>{ $title }</b>

    Chinese: { $chinese }

    English: { $english }
staff-canned-button-new = Add one
staff-canned-button-change = Change
staff-canned-button-delete = Delete
staff-canned-button-delete-yes = Yes, delete it
staff-canned-ask-delete = <b>Delete “{ $title }”?</b> It can’t be brought back.
staff-canned-ask-title = Type a title of at most 30 characters. Only staff see it.
staff-canned-ask-chinese = Type the answer in Chinese, at most 1500 characters.
staff-canned-ask-english = Type the answer in English, for holders who read English, at most 1500 characters.
staff-canned-too-long = Please type a text of at most { $limit } characters.
staff-canned-saved = ✅ “{ $title }” is saved.
staff-canned-deleted = Deleted
staff-canned-none = There is no such canned answer
