### Everything the staff bot says. To colleagues: short and exact, with what came of it and what comes next.
### Markup is Telegram's <b>, <i>, <code>, <a> only. The texts of a duty stay together; their ids begin with staff-duty.

## Common

staff-button-cancel = Cancel

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
