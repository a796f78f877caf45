### 客服机器人发出的全部文字。对同事说话：简短、准确，说明结果和下一步。
### 标记只用 Telegram 的 <b>、<i>、<code>、<a>。每项职责的文字放在一起，编号以 staff-职责 开头。

## 通用

staff-button-cancel = 取消

## 告警

staff-age =
    { $unit ->
        [minutes] { $count } 分钟
        [hours] { $count } 小时
       *[days] { $count } 天
    }
staff-alerts-none = ✅ 目前没有告警。
staff-alerts =
    <b>告警</b>

    { $lines }
staff-alerts-line = { $name }：{ $open } 条{ $unseen ->
        [none] {""}
       *[other] ，{ $unseen } 条未确认
    }{ $muted ->
        [no] {""}
       *[other] （静音至 { $muted }）
    }
staff-alerts-kind =
    ⚠️ <b>{ $name }</b>（{ $count }）

    { $lines }

    { $advice }
staff-alerts-kind-none = ✅ { $name }：目前没有。
staff-alerts-more = ……另有 { $count } 条
staff-alerts-seen = 已由{ $by }于 { $at } 确认
staff-alert-name =
    { $kind ->
        [sender-stuck] 消息发送停滞
        [signer-unavailable] 签名不可用
        [timestamp-unavailable] 时间戳服务不可用
        [revocation-unavailable] 证书状态服务不可用
        [certificate-revoked] 签名证书已被吊销
        [issuer-expiring] 签名证书即将到期
        [overdue] 加注件超时未生成
        [generation-failed] 加注件生成失败
        [missing-glyph] 生僻字无法印出
        [outbox-dead] 消息未能送达
       *[lockout] 多人绑定被锁定
    }
staff-alert-advice =
    { $kind ->
        [sender-stuck] 请查看 /status；网络或令牌恢复后会自动继续，消息不会丢失。
        [signer-unavailable] 请检查签名密钥或签名服务；恢复后排队的加注件会自动生成。
        [timestamp-unavailable] 加注件按政策等待或降级签发；服务恢复后自动继续。
        [revocation-unavailable] 加注件按政策等待或降级签发；服务恢复后自动继续。
        [certificate-revoked] 请立即更换签名证书，并联系发证机关。
        [issuer-expiring] 请尽快换发签名证书；到期后无法签发。
        [overdue] 已告知持证人员，系统仍在重试。可在 /queue 立即重试或放弃。
        [generation-failed] 已告知持证人员，不占用加注次数。可在 /queue 重试或放弃。
        [missing-glyph] 请管理员补充字体后，在 /queue 重试。
        [outbox-dead] 加注件可在 /queue 重新发送。
       *[lockout] 请留意是否有人在试探他人信息；本人来电时可在 /find 中解锁。
    }
staff-alert-line =
    { $kind ->
        [sender-stuck] { $bot ->
            [staff] 客服机器人
           *[holder] 持证人员机器人
        }：最早一条已等待 { $age }
        [signer-unavailable] 发证机关 <code>{ $issuer }</code>：{ $detail }
        [timestamp-unavailable] { $detail }
        [revocation-unavailable] { $detail }
        [certificate-revoked] { $detail }
        [issuer-expiring] 发证机关 <code>{ $issuer }</code>：{ $days ->
            [ended] 已到期，无法签发
           *[other] 还有 { $days } 天
        }
        [overdue] <code>{ $number }</code> · 已 { $age }
        [generation-failed] <code>{ $number }</code> · { $reason } · { $age }前
        [missing-glyph] { $number ->
            [none] 证书文件
           *[other] <code>{ $number }</code>
        } · 缺 { $characters } · { $age }前
        [outbox-dead] { $number ->
            [none] 一条通知
           *[other] <code>{ $number }</code>
        } · 试了 { $attempts } 次 · { $age }前
       *[lockout] { $of ->
            [account] 一个聊天账号
           *[holder] 一位持证人员
        } · 失败 { $attempts } 次 · { $age }前
    }
staff-reason =
    { $reason ->
        [missing-glyph] 有生僻字
        [signer] 签名不可用
        [certificate-gone] 证书已变化
        [too-late] 有效期已过
        [given-up] 已放弃
        [timestamp-unavailable] 时间戳服务不可用
        [revocation-unavailable] 证书状态服务不可用
        [certificate-revoked] 签名证书已被吊销
        [signer-unavailable] 签名服务不可用
        [no-answer] 已发出，未收到确认
        [not-sent] 多次未能发出
        [none] 尚未尝试
       *[fault] 系统故障
    }
staff-button-acknowledge = 确认收到
staff-button-mute-hour = 静音 1 小时
staff-button-mute-day = 静音 24 小时
staff-button-unmute = 取消静音
staff-button-open-queue = 打开队列
staff-button-all-alerts = 全部告警
staff-alerts-acknowledged = 已确认 { $count } 条。
staff-alerts-nothing-left = { $by ->
        [none] 这些告警已经解除。
       *[other] { $by }已于 { $at } 确认。
    }
staff-alerts-muted = 已静音至 { $until }；告警仍会记录。
staff-alerts-unmuted = 已取消静音。

## 队列

staff-note = <b>{ $words }</b>
staff-endorsement-status =
    { $status ->
        [requested] 已申请
        [generating] 生成中
        [valid] 有效
        [expired] 已过期
        [failed] 生成失败
        [revoked] 已作废
       *[none] 不存在
    }
staff-queue =
    <b>队列</b>

    ⏰ 超时：{ $overdue }
    ❌ 失败：{ $failed }
    ❔ 送达不明：{ $uncertain }
    ⚙️ 生成中：{ $generating }
staff-queue-list-name =
    { $list ->
        [overdue] 超时
        [failed] 失败
        [uncertain] 送达不明
       *[generating] 生成中
    }
staff-queue-list =
    <b>{ $name }</b>（{ $count }）

    { $lines }
staff-queue-empty = <b>{ $name }</b>：没有。
staff-queue-line = { $place }. <code>{ $number }</code> · { $age } · { $reason }
staff-queue-card =
    <b>{ $name }</b>

    加注编号：<code>{ $number }</code>
    持证人员：{ $holder }
    { $certificate }
    时间：{ $since }（{ $age }前）
    原因：{ $reason }
    { $attempts ->
        [none] {""}
       *[other] 已试 { $attempts } 次{ $next ->
            [none] ，正在进行
            [over] {""}
           *[other] ，下次 { $next }
        }
    }
staff-queue-gone = 这一条已不在队列中，当前状态：{ $status }。
staff-button-queue-list = { $name }（{ $count }）
staff-button-queue-retry = 立即重试
staff-button-queue-send-again = 再次发送
staff-button-queue-give-up = 放弃
staff-button-queue-retry-all = 全部重试
staff-button-queue-give-up-all = 全部放弃
staff-button-queue-back = ‹ 返回队列
staff-button-queue-confirm = 确认放弃
staff-button-queue-confirm-all = 确认，共 { $count } 条
staff-queue-ask-give-up = 放弃后，系统不再尝试。仍在生成的，持证人员会收到通知，并且不占用加注次数。
staff-queue-ask-all =
    { $deed ->
        [retry] 将重试“{ $name }”中的全部 { $count } 条。
       *[give-up] 将放弃“{ $name }”中的全部 { $count } 条；仍在生成的，持证人员会收到通知，并且不占用加注次数。
    }
staff-queue-done =
    { $deed ->
        [retry] 已安排，马上重试。
       *[give-up] 已放弃。
    }
staff-queue-all-started = 正在处理，完成后报告结果。
staff-queue-all-progress = 正在处理：{ $count } / { $total }
staff-queue-all-done =
    { $deed ->
        [retry] ✅ 已安排重试 { $count } 条
       *[give-up] ✅ 已放弃 { $count } 条
    }{ $refused ->
        [none] 。
       *[other] ；{ $refused } 条状态已变，未处理。
    }
staff-queue-refused =
    { $kind ->
        [quota-used-up] 持证人员已另行申请，加注次数已满，不能重试。
        [certificate-withdrawn] 证书已撤销，不能重试。
        [too-late] 有效期已过，不能重试。
        [nobody] 持证人员目前没有绑定聊天账号，无法发送。
       *[other] 状态已变，无需处理。
    }
